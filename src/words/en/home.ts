import { counter, pluralForm } from '../language/plural.ts'

const count = counter('en')

/** Words of the home page. */
export const homeEn = {
  title: 'Find a medical study near you',
  description:
    'Search medical studies in plain words, near home and by age. No tracking, no account needed.',
  lead: 'Say what it is about, and where you are. Open studies come first.',
  form: {
    label: 'Search for a study',
    q: { label: 'What is it about?', hint: 'For example: my baby has Kawasaki disease' },
    near: { label: 'Near', hint: 'A town or postcode. We look within 100 km first.' },
    age: { label: 'Age', hint: '34, 2 years, 8 months' },
    sex: { label: 'Sex', hint: 'At birth' },
    button: 'Search',
  },
  figures: {
    sure: (n: number) =>
      pluralForm('en', n, {
        one: 'study can be joined now or soon; its team confirmed it in the last two years',
        other: 'studies can be joined now or soon; their teams confirmed it in the last two years',
      }),
    toConfirm: (n: number) =>
      pluralForm('en', n, {
        one: 'says so too, but nobody has confirmed it for two years: we mark it “to confirm”',
        other: 'say so too, but nobody has confirmed it for two years: we mark them “to confirm”',
      }),
    all: (n: number, countries: number, day: string | undefined) =>
      `${pluralForm('en', n, { one: 'study', other: 'studies' })} in all, in ${count(countries, { one: 'country', other: 'countries' })}${day === undefined ? '' : `; records of ${day}`}`,
  },
  how: 'From the first word to a team’s answer',
  steps: [
    {
      title: 'Say it in your own words',
      text: 'Open studies come first. What is no longer sure is marked.',
    },
    {
      title: 'Check it in a few minutes',
      text: 'Simple questions about you. Your answers are not kept.',
    },
    {
      title: 'Ask the team',
      text: 'Each study page says whom to ask and where. You can always say no.',
    },
  ],
  illnesses: 'By illness',
  open: (sure: number) => `${sure} open`,
  allIllnesses: 'All areas of medicine',
  decide: 'Before you decide',
  doctors: { title: 'For doctors', text: 'Compare a record (text or FHIR) with open studies.' },
  alerts: { title: 'E-mail alerts', text: 'No account. One press stops them.' },
}
