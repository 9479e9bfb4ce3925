/** What mails and names of alerts say, in English. */
export const mailEn = {
  siteName: 'Trialway',
  events: {
    recruiting: 'It now looks for people.',
    posted: 'It is new in the registry.',
    site: 'It has a new place.',
    available: 'This treatment is now on offer outside a study.',
    closed: 'It takes no new people now.',
    changed: 'Its record has changed.',
  },
  stale: 'Its team has not checked this for two years or more. Ask them before you hope.',
  describe: {
    study: (id: string) => `The study ${id}`,
    everything: 'All studies',
    near: (place: string, distance: string) => `within ${distance} of ${place}`,
    inArea: (area: string) => `in ${area}`,
    age: (age: string) => `age ${age}`,
    ages: (least: string, most: string) => `age ${least} to ${most}`,
    sexes: { FEMALE: 'female', MALE: 'male' },
    treatment: (words: string) => `treatment: ${words}`,
    title: (words: string) => `title: ${words}`,
    sponsor: (words: string) => `run by: ${words}`,
    rules: (words: string) => `rules that say: ${words}`,
    filters: 'with filters',
  },
  digest: {
    subject: (studies: number): string =>
      studies === 1 ? '1 study you asked to hear of' : `${studies} studies you asked to hear of`,
    subjectWith: (topic: string, studies: number): string =>
      studies === 1 ? `${topic}: 1 study` : `${topic}: ${studies} studies`,
    title: (studies: number): string =>
      studies === 1 ? 'A study you asked to hear of' : 'Studies you asked to hear of',
    status: 'Status:',
    nearest: 'Nearest place:',
    inside: (site: string, area: string) => `A place in ${area}: ${site}`,
    closed: 'That place takes nobody at present.',
    takesNobody: (elsewhere: string) =>
      `That place takes nobody at present. The nearest that does: ${elsewhere}`,
    away: (site: string, distance: string, from: string) => `${site}, ${distance} from ${from}`,
    because: 'You asked for:',
    read: 'Read about this study',
    more: (count: number): string => (count === 1 ? '1 more study' : `${count} more studies`),
    seeAll: 'Search for them',
    onlyTheTeam:
      'Only the study team decides who can join. Speak to your doctor before you change any treatment.',
    why: 'You get this mail because you asked Trialway for alerts.',
    manage: 'See or change your alerts',
    stop: 'Stop all mails',
    source: 'Data from ClinicalTrials.gov. The registry’s own page is right where the two differ.',
  },
  confirm: {
    subject: 'Please confirm your alert',
    title: 'Is this your address?',
    text: 'Somebody, probably you, asked Trialway to send mails about studies to this address. Open the page and press the button to say yes.',
    button: 'Look and say yes',
    limits: 'The link works for 48 hours. If it was not you, do nothing: then you get no mails.',
  },
  signIn: {
    subject: 'Sign in to Trialway',
    title: 'Sign in',
    text: 'Somebody, probably you, wants to sign in with this address. Open the page and press the button.',
    button: 'Sign in',
    limits:
      'The link works once and for 20 minutes. Give it to nobody. If it was not you, do nothing: without this mail nobody gets in.',
  },
  invitation: {
    subject: 'You are invited to Trialway',
    title: 'An invitation',
    text: (name: string) =>
      `${name} invites you to work with them on Trialway, where people ask to join studies. Open the page to see what it is about.`,
    button: 'See the invitation',
    limits:
      'The link works once and for 7 days, for this address alone. If you do not know who invites you, do nothing.',
  },
  manage: {
    subject: 'The way to your alerts',
    title: 'Your alerts',
    text: 'Somebody, probably you, asked for the way to your alerts.',
    button: 'See or change your alerts',
    limits:
      'Keep this mail to yourself: who has the link can see your alerts. If it was not you, do nothing.',
  },
}
