/** How search works, for people and for professionals. */
export const help = {
  title: 'How to search',
  description: 'How search works, how to write an exact search, and how to take lists away.',
  plain: {
    title: 'In plain words',
    lines: [
      'Type what you would say to a friend: “child with Kawasaki disease”. Small words do not matter. Capitals and accents do not matter.',
      'We know other names of illnesses, and narrower kinds. “Heart attack” also finds “myocardial infarction”. Each study says why you see it.',
      'If a word is in no record, we try the nearest spelling and tell you. You can go back to your own spelling.',
      'A place is a town, a postcode, or a point such as 48.81,2.35. Add the country if a name is common: “Paris, Texas”.',
      'An age is 34, 2 years, 8 months, 6 weeks or 10 days. We leave out studies whose age limits rule it out. Where a month’s length leaves a doubt, the study is shown.',
    ],
  },
  exact: {
    title: 'An exact search',
    lead: 'These signs work in every search box. AND, OR and NOT must be in capitals.',
    sign: 'You write',
    does: 'It finds studies with',
    rows: [
      ['kawasaki anakinra', 'both words (AND is understood)'],
      ['anakinra OR infliximab', 'either word'],
      ['kawasaki NOT adult', 'the first word, without the second'],
      ['kawasaki -adult', 'the same, shorter'],
      ['"coronary aneurysm"', 'the words side by side'],
      ['immunoglob*', 'words that begin so; at least three letters'],
      ['(anakinra OR infliximab) kawasaki', 'brackets are done first'],
      ['NCT02390596', 'the study with this number'],
    ],
    note: 'What cannot be read as a formula is searched as plain words, and the page says so. A search that takes over two seconds is stopped.',
  },
  address: {
    title: 'Addresses you can write yourself',
    lead: 'A search is its address, so you can keep it, share it or write it. Lists may be repeated.',
    name: 'Name',
    meaning: 'What it holds',
    rows: [
      ['q', 'words anywhere but in the rules for joining'],
      ['cond, intr, title, spons', 'words in conditions, treatments, titles, sponsors'],
      ['elig', 'words in the rules for joining'],
      ['near, within', 'a place; a distance such as 25km or 10mi'],
      ['age, sex', '2y, 8mo, 6w, 10d; female or male'],
      ['status, phase, type, class', 'values of the registry, such as RECRUITING or PHASE2'],
      ['category, country', 'an area of medicine; a country’s two-letter code'],
      ['results, healthy', 'with or without; yes'],
      ['updated', 'changed in the last 30d, 6mo or 1y'],
      ['sort, page', 'best, nearest, newest or updated; 1 to 500'],
      ['exact', '1 to switch spelling corrections off'],
    ],
  },
  lists: {
    title: 'Taking a list away',
    lines: [
      '/search.json gives a page of results as data. /search.csv gives up to 1,000 studies as a spreadsheet in UTF-8.',
      'The last line of the spreadsheet names the source and the days on which the registry processed the records. Please keep it with the list.',
      'Cells that a spreadsheet would run as a formula begin with a quote mark.',
    ],
  },
}
