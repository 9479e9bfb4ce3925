import { counter } from '../language/plural.ts'

const count = counter('en')

/** Words around every page: the line above it and what stands below. */
export const frameEn = {
  skip: 'Skip to the main content',
  menu: 'Menu',
  mainMenu: 'Main menu',
  search: 'Search',
  byIllness: 'By illness',
  forDoctors: 'For doctors',
  guides: 'Guides',
  help: 'How to search',
  alerts: 'E-mail alerts',
  myList: 'My list',
  kept: (n: number) => count(n, { one: 'study kept', other: 'studies kept' }),
  demonstration: 'Demonstration: the people are made up',
  otherLanguage: 'Français',
  otherLanguageShort: 'FR',
  team: 'Only the study team decides who can join',
  doctor: 'Speak to your doctor before you change any treatment.',
  who: 'Who runs this site',
  notSaid: 'Its operator has not said so yet.',
  write: 'Write to us',
  legal: 'Legal notice',
  records: (from: string, to: string) =>
    from === to
      ? `Records from ClinicalTrials.gov (U.S. National Library of Medicine), as processed on ${to}.`
      : `Records from ClinicalTrials.gov (U.S. National Library of Medicine), as processed up to ${to}, the oldest on ${from}.`,
  recordsWithoutDates: 'Records from ClinicalTrials.gov (U.S. National Library of Medicine).',
  ours: 'Texts are the study teams’ own. We add plain words, distances and areas of medicine.',
  credits: 'Places: GeoNames. Outlines: Natural Earth. Names of illnesses: MeSH.',
  about: 'About',
  aboutMenu: 'About this site',
  privacy: 'Privacy: what we keep',
  accessibility: 'Accessibility',
  developers: 'For developers',
  creditsLink: 'Credits and sources',
  protocols: 'Study plans as data',
  signIn: 'Sign in (study teams)',
}
