import { counter } from '../language/plural.ts'

const count = counter('en')

/** Words of the pages to browse. */
export const categoriesEn = {
  title: 'Browse by area of medicine',
  description: 'Medical studies by area of medicine, with how many look for people now.',
  lead: 'Choose an area to see what it covers and which studies look for people now.',
  intro:
    'The areas follow MeSH, the list of illness names that medical libraries use. A study can be in more than one area.',
  narrower: (term: string) => `Kinds of ${term}`,
  top: 'Kinds of illness in this area',
  path: 'Where you are',
  all: 'All areas',
  otherNames: 'Other names:',
  open: 'Studies looking for people now',
  noneOpen: 'No study here looks for people just now.',
  seeOpen: (studies: string) => `See all: ${studies}`,
  seeAll: (studies: string) => `See ${studies} of any status`,
  counted: (all: string, recruiting: number) =>
    `${all}, ${count(recruiting, { one: 'open', other: 'open' })}`,
  feed: 'Follow in a news reader (Atom)',
  feedTitle: (name: string) => `Studies looking for people: ${name}`,
  unlisted: 'Kinds without any study here are not shown.',
}
