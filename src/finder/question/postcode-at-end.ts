import {
  type PlaceFinder,
  type SaidPlace,
  placedWords,
  plainName,
  withoutStops,
} from './place-names.ts'

/**
 * A postcode that nothing is said of stands last, with its town before it or alone: "asthma SW1A 1AA", « asthme Saint Denis
 * 97400 »; and for readers of French a department: « cancer du sein 93 ».
 */
export function postcodeAtEnd(text: string, finder: PlaceFinder): SaidPlace | undefined {
  const body = withoutStops(text)
  const code = postcode.exec(body)
  if (code) {
    const at = code.index
    const read = finder.findPlace(code[0], true)
    if (read.kind !== 'found' || read.place.kind !== 'postcode' || !finder.isOwn(read.place))
      return undefined
    const from = townBefore(body.slice(0, at), read.place.name) ?? at
    return { words: body.slice(from), typed: body.slice(from), read }
  }
  const district = districtAtEnd(body, finder) ?? arrondissementAtEnd(body, finder)
  if (district) return district
  const part = finder.language === 'fr' && !isEnglish.test(body) ? department.exec(body) : null
  const read = part ? finder.findPlace(part[0], true) : undefined
  if (!part || read?.kind !== 'wide' || read.place.country !== 'FR') return undefined
  return { words: part[0], typed: part[0], read }
}

/** Of Britain, Canada, and five figures, behind a word that is no code or one that ends what is said (« marchent pas 94270 »); not "EORTC 22033" and "SCH 39304", which are studies and medicines. */
const postcode =
  /(?<=[\p{L},;] )(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|(?<=\p{L}{4,},? |\p{L}{2}, |(?<!\p{L})(?:pas|ans|mal|old|now) )(?<!(?-i:\p{Lu}{3,})[- ])(?<!(?<!\p{L})(?:study|trial|protocole?|number|num[ée]ro|[ée]tude|essai|code|eortc|rtog|calgb|nsabp|swog|ecog) )\d{5})$/iu

/** "Covid 19", "stade 2", "hpv 16" and "depuis 10" are none. */
const department =
  /(?<=\p{L}{4,}[,;]? )(?<!(?<!\p{L})(?:type|types|stade|grade|classe|covid|hpv|trisomie|chromosome|virus|score|dose|phase|omega|vitamine|facteur|factor|depuis|environ|moins|plus|apres|après|pendant|dans|avant|vers|trois|deux|sars|interleukine|mutation|exon|groupe|bras|cohorte|numero|numéro|rang|tome|niveau|disease|coronavirus|\p{L}+(?:statin|mycin|feron)e?|(?-i:\p{Lu}{2,}))s? )(?:0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-46])$/iu

/** A line of English on a page of French is hardly about a department. */
const isEnglish = /(?<!\p{L})(?:of|the|with|and|than|to|for|age|study)(?!\p{L})/iu

/** The first half of a postcode of Britain: behind its town ("leeds LS6"), or apart and of two letters ("58, SW1A"). */
function districtAtEnd(body: string, { findPlace }: PlaceFinder): SaidPlace | undefined {
  const code = outward.exec(body)
  if (!code) return undefined
  const before = placedWords(body.slice(0, code.index)).slice(-2)
  const starts = [...before.map(({ index }) => index), ...(isApart.test(body) ? [code.index] : [])]
  for (const start of starts) {
    const typed = body.slice(start)
    const read = findPlace(typed, true)
    if (read.kind !== 'found' || read.place.kind !== 'postcode' || read.place.country !== 'GB')
      continue
    const isNamed = start === code.index || findPlace(body.slice(start, code.index).trim(), true)
    if (isNamed === true || (isNamed && isNamed.kind === 'found'))
      return { words: typed, typed, read }
  }
  return undefined
}

/** « Phobie scolaire, lyon 8 », « Paris 13e ». */
function arrondissementAtEnd(body: string, { findPlace }: PlaceFinder): SaidPlace | undefined {
  const typed = arrondissement.exec(body)?.[0]
  const read = typed === undefined ? undefined : findPlace(typed, true)
  if (typed === undefined || read?.kind !== 'found' || read.place.kind !== 'postcode')
    return undefined
  return { words: typed, typed, read }
}

const arrondissement =
  /(?<=[\p{L}\d,;] )(?:paris|marseille|lyon) \d{1,2}(?:er|e|[eè]me)?(?: arr(?:ondissement|\.)?)?$/iu

const outward =
  /(?<=[\p{L}\d,;] )(?:[A-Z]{1,2}\d{1,2}[A-Z]?|(?<=\p{L}{4} )[a-z]{1,2}\d{1,2}[a-z]?)$/u

/** Not "DN4" and "CT3", which are a questionnaire and a stage. */
const isApart = /[,;] (?:(?!CT|TS|DN|HR)[A-Z]{2}|[ENW])\d{1,2}[A-Z]?$/

/** Where the name of the postcode's town begins, if it stands before it: "Marseille" before the postcode of "Marseille 05". */
function townBefore(text: string, name: string): number | undefined {
  const own = plainName(name.replace(/ \d\d$/, ''))
  const words = placedWords(text).slice(-4)
  return words.map(({ index }) => index).find((index) => plainName(text.slice(index)) === own)
}
