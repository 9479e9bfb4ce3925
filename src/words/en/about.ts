/** Who we are, where the data comes from, privacy and accessibility. */
export const aboutEn = {
  title: 'About and privacy',
  description:
    'Where the data comes from, what we keep about you, and how to use this site your way.',
  what: {
    title: 'What this is',
    lines: [
      'Trialway helps people find medical studies and the teams who run them. It is free and open source.',
      'It gives information, not medical advice. It never says that you can surely join, or what you should take. Only the study team decides who can join.',
    ],
  },
  who: {
    title: 'Who runs this site',
    lead: 'These people run this copy of Trialway. They answer for what is on it.',
    missing: 'Not given yet',
    missingNote:
      'Some of this is missing. Until it is here, think twice before you give this site your address.',
    rows: {
      name: 'Name',
      address: 'Address',
      mail: 'E-mail',
      phone: 'Telephone',
      registration: 'Registered as',
      director: 'Answers for what is published',
      host: 'Hosted by',
    },
    law: 'This is also the legal notice that French law asks for (LCEN). Trialway itself is free software under the Apache 2.0 licence.',
  },
  rights: {
    title: 'Your rights over your data',
    lines: (operator: string, mail: string) => [
      `${operator} decides what is done with your data and answers for it (in the words of the law, the “controller”).`,
      'We keep data only for alerts, and only because you said yes. What you look for can say something about your health, so we need your clear yes first (GDPR, articles 6 and 9). You can take your yes back at any time.',
      'Who handles it for us: the company that hosts this site, and the mail service that passes our e-mails on. Nobody else.',
      `You can ask to see, correct, take away or erase what we keep, or ask us to use it less. The page of your alerts does this at once. You can also write to ${mail}.`,
      'You need to give us nothing to search. Only an alert needs an e-mail address.',
      'No computer decides anything about you here.',
      'If you think we do wrong, you can complain to the data protection office of your country. In France this is the CNIL (cnil.fr).',
    ],
    thisOperator: 'Whoever runs this site (not named yet)',
    noMail: 'the address above (not given yet)',
  },
  sources: {
    title: 'Credits and sources',
    lines: [
      'Studies: ClinicalTrials.gov, U.S. National Library of Medicine (NLM). Public data. The texts are the study teams’ own. We add plain words, distances, areas of medicine and marks for what may be out of date. NLM does not endorse this service.',
      'Towns and postcodes: GeoNames, licence CC BY 4.0, with changes.',
      'Country shapes on maps: Natural Earth, public domain.',
      'Names of illnesses: MeSH, U.S. National Library of Medicine; French and everyday names are our own additions.',
      'Public holidays: date-holidays, licence CC BY-SA 3.0; the data come from Wikipedia and others.',
      'Letters: Atkinson Hyperlegible Next by the Braille Institute, SIL Open Font License.',
      'Maps are drawn with Leaflet (BSD licence); its groups of sites are made by supercluster and kdbush (ISC licence), QR codes by uqr (MIT licence); the search suggestions use combobox-nav by GitHub (MIT licence), and passkeys SimpleWebAuthn (MIT licence).',
    ],
  },
  privacy: {
    title: 'Privacy',
    lines: [
      'The pages for finding studies set no cookies. They keep nothing in your browser unless you ask them to keep your list there; one press forgets it.',
      'Only who signs in, to work for a study or this service, gets a cookie. It says nothing but that they are signed in, and goes when they sign out. Who signs in by their institution has another one while they are there, ten minutes at most.',
      'Who records for a study keeps what they type in a tab of their browser until it is recorded. It is gone when the tab is closed or they sign out.',
      'Nothing on them is loaded from another company: no fonts, no maps, no counters, no advertisements.',
      'We do not keep what you search for, unless you ask for an e-mail alert. The words of a search stand in its address, so they stay in the history of your own browser.',
      '“Use my location” asks your browser first. The location is rounded to about one kilometre. We tell your browser the town, keep nothing, and use it only for your own search.',
      'Links to other sites do not tell them which page you came from.',
    ],
  },
  alerts: {
    title: 'What we keep for e-mail alerts',
    lines: [
      'We keep things only if you ask for an alert. These are: your e-mail address, your language, what you look for and where. Also the age and the sex, if you gave them. And a mark of what we told you, so that we do not tell it twice.',
      'Your address, what you look for, where, the age and the sex, and the e-mails that wait are locked with a key of your own. Where you live is kept to about one kilometre.',
      'Nothing starts before you say yes by e-mail. What nobody says yes to is deleted after 48 hours.',
      'We use it to write to you, and for nothing else. We do not sell it, and study teams do not get it. The e-mails hold no hidden pictures and no counted links.',
      'To stop: press “stop” in any e-mail. Then your address and all that you asked for are deleted at once. With the page of your alerts you can also see, change, take away or delete what we keep.',
      'A program can also ask us to write to your address. Then too we write only if you say yes, we keep your address and what the program asked for, and “stop” in any of these e-mails ends them.',
      'The marks of what we told you go after 400 days. They do not say which study it was. Backups may hold what was deleted, locked, until newer ones replace them. If one is ever put back, it is deleted again.',
      'A list of what was done and when stays, without names and addresses. Does an address not exist, or does its owner complain? Then we keep a scrambled mark of it. We use it only so as never to write there again.',
    ],
  },
  connect: {
    title: 'What we keep when you write to a site',
    lines: [
      'We keep what you send: who you are, how to reach you, your message, and what you let go along. The form says all of it before you send, and for how long.',
      'Nothing goes to the site before you say yes by e-mail. What nobody says yes to is deleted after 48 hours.',
      'It goes to the study team of that one site, and to nobody else. It is locked with a key of your own. Our e-mails say nothing about health.',
      'On your own page you see where it stands. You can correct it, get a copy, or take it back. Then it is erased here and at the team’s desk.',
      'What you agreed to is kept word for word. When all is erased, one line without a name stays: that there was a message, and when it was erased.',
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lines: [
      'This site is made to meet WCAG 2.2, level AA. It works without JavaScript, with a keyboard, with a screen reader, at 400% zoom and on a narrow phone.',
      'It follows your settings for dark colours, more contrast and less movement.',
      'The studies’ own texts are shown as their teams wrote them. Many are in English only and hard to read. We put plain words and explained terms beside them.',
      'If something does not work for you, that is a fault: please tell the people who run this site.',
    ],
  },
  limits: {
    title: 'What to be careful with',
    lines: [
      'A study’s page can be out of date. We show when its team last confirmed it, and mark studies that say they are open but have not confirmed this for two years.',
      'Distances are straight lines to the middle of a town or postcode, not to the door.',
      'Not every study in the world is in this registry.',
    ],
  },
}
