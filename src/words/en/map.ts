import { counter } from '../language/plural.ts'

const count = counter('en')

/** The words of maps: of results, of a list and of the sites of a study. */
export const mapEn = {
  /** On the picture: up is north. */
  north: 'N',
  winds: [
    'north',
    'north-east',
    'east',
    'south-east',
    'south',
    'south-west',
    'west',
    'north-west',
  ] as readonly string[],
  towards: (distance: string, wind: string) => `${distance} to the ${wind}`,
  /** A mark, for who does not see it, beginning with what is seen in it: whose numbers, how many points, some of their names, where. */
  mark: (numbers: readonly number[], points: number, names: readonly string[], where: string) =>
    [
      numbers.length === 0
        ? count(points, { one: 'site', other: 'sites' })
        : numbers.length === 1
          ? `Study ${numbers[0]}`
          : numbers.length === 2
            ? numbers.join(', ')
            : `${count(numbers.length, { one: 'study', other: 'studies' })}: ${numbers.join(', ')}`,
      ...names,
      where,
    ]
      .filter((part) => part !== '')
      .join(', '),
  beyond: (n: number) =>
    count(n, {
      one: 'place is too far away for this map',
      other: 'places are too far away for this map',
    }) + '.',
  results: 'Map of the studies on this page. The list says the same in words.',
  list: 'Map of the studies of the list. The table says the same in words.',
  sites: 'Map of the sites. The list on this page says the same in words.',
  straight: 'Distances are straight lines, as exact as the record allows.',
  byCountry: 'Without a place, each study stands in each of its countries.',
  chip: 'Map',
  open: 'Open the large map',
  failed: 'The map could not be loaded. Please try again; the list on this page holds the same.',
  here: (place: string) => `Your place: ${place}`,
  /** Words of the large map, as it takes them: names in braces are filled in there. */
  close: 'Close the map',
  keys: 'Arrow keys move the map, plus and minus change its size, Tab goes from mark to mark.',
  shown: 'In view: {sites} sites.',
  group: '{count} sites: show them nearer',
  numbered: 'A square is a study by its number, a circle so many sites.',
  study: 'Study {number}',
  toStudy: 'To this study on the page',
  notOpen: 'takes nobody now',
  more: 'Of each study the first {count} sites are shown.',
}
