/** A way to say where a cancer has spread to, and the words that records use for it. */
export interface SpreadTo {
  readonly name: string
  readonly english: string
}

/**
 * "Spread to her liver", "mets in the spine", « s'est propagé au foie », « métastase osseuse »: the verb, whose it is, and where. One
 * form stands for all that `tokens` reads as one word: "lung" for "lungs".
 */
export function spreadTo(): readonly SpreadTo[] {
  return [...inEnglish(), ...inFrench()]
}

const englishWays =
  'spread to|spread into|spread in|gone to|gone into|moved to|travelled to|reached|metastasized to|metastatic to|metastasis to|metastasis in|' +
  'mets to|mets in|mets on|secondaries in|secondaries on'
const englishOwners = '|the |my |his |her |their |our '

const englishPlaces: Readonly<Record<string, string>> = {
  'bone metastases': 'bone|spine|skeleton|pelvis|ribs|hip',
  'brain metastases': 'brain',
  'liver metastases': 'liver',
  'lung metastases': 'lung',
  'lymph node metastases': 'lymph node|glands|lymph glands',
  'peritoneal metastases': 'peritoneum|abdomen|belly|lining of the belly|tummy|stomach lining',
}

function inEnglish(): SpreadTo[] {
  const found: SpreadTo[] = []
  for (const [english, places] of Object.entries(englishPlaces))
    for (const place of places.split('|'))
      for (const way of englishWays.split('|'))
        for (const owner of englishOwners.split('|'))
          found.push({ name: `${way} ${owner}${place}`, english })
  const nouns = 'metastasis|mets'
  return [
    ...found,
    ...Object.entries(englishAdjectives).flatMap(([english, words]) =>
      pairs(words, nouns, english),
    ),
  ]
}

const englishAdjectives: Readonly<Record<string, string>> = {
  'bone metastases': 'bone|bony|spinal|spine|vertebral',
  'brain metastases': 'brain|cerebral',
  'liver metastases': 'liver|hepatic',
  'lung metastases': 'lung|pulmonary',
  'lymph node metastases': 'lymph node|nodal',
  'peritoneal metastases': 'peritoneal',
}

const frenchWays =
  'métastase|métastases|métastasée|propagé|propagée|étendu|étendue|passé|passée|disséminé|disséminée|diffusé'
const frenchReaches = 'touche|atteint|gagné|envahi|a atteint|a gagné|a envahi|a touché'

/** Where, after "au" or "aux", after a verb that takes no word between, and as an adjective. */
const frenchPlaces: readonly {
  readonly english: string
  readonly to: string
  readonly at: string
  readonly as: string
}[] = [
  {
    english: 'bone metastases',
    to: 'aux os|à l’os|aux vertèbres|à la colonne|dans les os|dans ses os',
    at: 'les os|ses os|mes os|la colonne',
    as: 'osseuse|vertébrale|rachidienne',
  },
  {
    english: 'brain metastases',
    to: 'au cerveau|dans le cerveau',
    at: 'le cerveau|son cerveau',
    as: 'cérébrale',
  },
  {
    english: 'liver metastases',
    to: 'au foie|dans le foie|sur le foie',
    at: 'le foie|son foie|mon foie',
    as: 'hépatique',
  },
  {
    english: 'lung metastases',
    to: 'au poumon|aux poumons|dans les poumons|dans le poumon|sur les poumons',
    at: 'les poumons|ses poumons|mes poumons|le poumon',
    as: 'pulmonaire',
  },
  {
    english: 'lymph node metastases',
    to: 'aux ganglions|dans les ganglions',
    at: 'les ganglions|ses ganglions',
    as: 'ganglionnaire',
  },
  {
    english: 'peritoneal metastases',
    to: 'au péritoine',
    at: 'le péritoine',
    as: 'péritonéale',
  },
]

function inFrench(): SpreadTo[] {
  return frenchPlaces.flatMap(({ english, to, at, as }) => [
    ...pairs(frenchWays, to, english),
    ...pairs(frenchReaches, at, english),
    ...pairs('métastase|métastases', as, english),
  ])
}

function pairs(befores: string, afters: string, english: string): SpreadTo[] {
  return befores
    .split('|')
    .flatMap((before) =>
      afters.split('|').map((after) => ({ name: `${before} ${after}`, english })),
    )
}
