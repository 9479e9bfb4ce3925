import { counter } from '../language/plural.ts'

const count = counter('en')

/** Mail that programs asked for by FHIR, and the pages that start and stop it, in English. */
export const watchesEn = {
  confirm: {
    subject: 'Please confirm mails about studies',
    title: 'Is this your address?',
    text: 'A program asked Trialway to send mails about studies to this address. Perhaps you or your team set it up. Open the page to see what was asked for, and press the button to say yes.',
    button: 'Look and say yes',
    limits: 'The link works for 48 hours. If it was not you, do nothing: then you get no mails.',
  },
  notice: {
    title: (studies: number) =>
      count(studies, {
        one: 'study is new or has changed',
        other: 'studies are new or have changed',
      }),
    new: 'It is new in the registry.',
    changed: 'Its record has changed.',
    status: 'Status:',
    more: (studies: number) =>
      `${count(studies, { one: 'more study', other: 'more studies' })} not named here. Who set up these mails can read all of them.`,
    notNamed: 'These mails are set up to name no study.',
    onlyTheTeam:
      'Only the study team decides who can join. Speak to your doctor before you change any treatment.',
    why: 'You get this mail because a program asked for it and you said yes to it. It comes once a day at most.',
    stop: 'Stop these mails',
    source: 'Data from ClinicalTrials.gov. The registry’s own page is right where the two differ.',
  },
  confirmPage: {
    title: 'Do you want these mails?',
    lead: (address: string) =>
      `A program asked us to write to ${address} when studies are new or have changed.`,
    choose: 'What was asked for',
    chooseHint: 'Tick what you want. The others are forgotten.',
    everything: 'All studies',
    search: (search: string) => `Studies that this search finds: ${search}`,
    content: {
      empty: 'The mails say how many studies there are, and name none.',
      'id-only': 'The mails give the number of each study and a link.',
      'full-resource': 'The mails give the title and the status of each study and a link.',
    },
    often: 'A mail comes once a day at most. Each has a link that stops it.',
    button: 'Yes, send me these mails',
    none: 'Tick at least one, or close this page.',
    notYou: 'If it was not you, close this page. Then you get no mails.',
  },
  donePage: {
    title: 'You get these mails from now on',
    text: 'When studies are new or change, we write to you. Each mail has a link that stops it.',
  },
  nothingPage: {
    title: 'Nothing to decide',
    text: 'You said yes before, or what was asked for is gone.',
  },
  expiredPage: {
    title: 'This link has run out',
    text: 'It worked for 48 hours. If you still want these mails, the program must ask again.',
  },
  unknownPage: {
    title: 'This link does not work',
    text: 'It may be cut off. Copy the whole link from the mail.',
  },
  stopPage: {
    title: 'Stop these mails?',
    text: 'You then get no more mails of this kind. The program that asked for them is told that they are off.',
    button: 'Stop them',
    doneTitle: 'These mails are stopped',
    doneText: 'If nothing else of yours is here, your address is deleted as well.',
  },
  home: 'To the start page',
}
