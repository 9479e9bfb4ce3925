/** Words of the home page. */
export const homeEn = {
  title: 'Find a medical study near you',
  description:
    'Search medical studies in plain words, near home and by age. No tracking, no account needed.',
  lead: 'Say what it is about in your own words. See in minutes which studies are open near you, and who can join.',
  counts: (studies: string, recruiting: string, countries: string) =>
    `${studies} in ${countries}; ${recruiting}.`,
  categories: 'Browse by area of medicine',
  how: 'How it works',
  steps: [
    {
      title: 'Search in plain words',
      text: 'Type an illness, a place and an age. We know other names of illnesses and tell you why you see each study.',
    },
    {
      title: 'Check who can join',
      text: 'Each study has its own rules. Read them in plain words, with hard words explained, and prepare your questions.',
    },
    {
      title: 'Ask the study team',
      text: 'Each study page shows who to ask and where. The team decides who can join. You can always say no.',
    },
  ],
  never: 'What we never do',
  nevers: [
    'We do not track you. These pages set no cookies and load nothing from other companies.',
    'We do not keep what you search for, unless you ask for an alert.',
    'We never tell you what to take, or that you are sure to be let in.',
    'We take no money to show one study before another.',
  ],
  professionals: 'For doctors, nurses and researchers',
  professionalsText:
    'Combine words with AND, OR, NOT and quotes, search in single fields, and take lists away as a spreadsheet or data.',
  professionalsLink: 'How to write an exact search',
}
