import type { Results, SaidPart } from '../catalogue/model/query.ts'
import type { Saying } from './read-saying.ts'

/** What of the typed words is asked for, and what is not: for pages, and as programs are told. */
export interface ToldUnderstood {
  /** What every study shown has. */
  readonly kept: readonly KeptWords[]
  /** There, and true, where one of the illnesses is enough ("asthma or copd"); or one of the medicines. */
  readonly isEither?: true
  /** What was looked for in just these words, because it stood in quotation marks. */
  readonly phrases?: readonly string[]
  /** Abbreviations that may mean other illnesses than the one that is asked for. */
  readonly choices: Results['understood']['choices']
  /** Words that only put studies first. */
  readonly ranked: readonly string[]
  /** Numbers, with the word behind them, that nothing was made of: neither an age nor part of a name. */
  readonly unread: readonly string[]
  readonly setAside: readonly SetAsideWords[]
}

/** Words that were recognised and are asked for. */
export interface KeptWords {
  readonly kind: 'illness' | 'medicine' | 'stage' | 'subject' | 'word' | 'age' | 'sex' | 'place'
  /** As they were typed, but for spelling. */
  readonly words: string
  /** A MeSH term, a medicine, the words of records, or a sex: `FEMALE`, `MALE`. */
  readonly name?: string
}

/** Words that were recognised and are not asked for. */
export interface SetAsideWords {
  readonly words: string
  readonly because:
    | 'denied'
    | 'over'
    | 'somebody else'
    | 'no study has all'
    | 'no study takes this age'
    | 'no study takes this sex'
    | 'no study is so near'
    | 'tried'
    | 'not tolerated'
    | 'no study is there'
}

/** What was understood of a search, of its words and of what was said beside them. */
export function toldUnderstood(results: Results, saying: Saying | undefined): ToldUnderstood {
  const told = toldOf(results, saying)
  return { ...told, unread: results.understood.isSentence ? unreadNumbers(saying, told) : [] }
}

/** The numbers of what is left of a sentence that stand in none of the words that are told. */
function unreadNumbers(
  saying: Saying | undefined,
  { kept, ranked, setAside }: Omit<ToldUnderstood, 'unread'>,
): readonly string[] {
  const told = [...kept, ...setAside].map(({ words }) => words)
  const all = new Set([...told, ...ranked].flatMap((words) => words.match(/\d+/g) ?? []))
  const left = saying?.left.matchAll(numbered) ?? []
  return [...left]
    .filter(({ groups }) => !all.has(groups?.['number'] ?? ''))
    .map(([words]) => words.trim())
}

const numbered =
  /(?<![\p{L}\p{N}.,/-])(?<number>\d{1,5})(?![\p{N}]|[.,/]\d)(?: ?(?:ans?|years?|yrs?|y|yo|mois|months?|mo|semaines?|weeks?|wks?|jours?|days?)(?!\p{L}))?/giu

function toldOf(results: Results, saying: Saying | undefined): Omit<ToldUnderstood, 'unread'> {
  const { understood } = results
  const { choices, isEither, phrases, ranked, setAside, without = [] } = understood
  const { age, sex, place } = saying ?? {}
  const isLeft = (part: SaidPart): boolean => without.includes(part)
  const [anyAge, anySex, anyPlace] = [isLeft('age'), isLeft('sex'), isLeft('area')]
  return {
    kept: [...named(results), ...keptOfPerson(saying, without)],
    ...(isEither && { isEither }),
    ...(phrases && { phrases }),
    choices,
    ranked,
    setAside: [
      ...setAside.map(({ words, isDenied, isOver, isOfOther, treatment }): SetAsideWords => ({
        words,
        because:
          treatment ??
          (isOver
            ? 'over'
            : isDenied
              ? 'denied'
              : isOfOther
                ? 'somebody else'
                : 'no study has all'),
      })),
      ...(age && anyAge ? [{ words: age.words, because: 'no study takes this age' } as const] : []),
      ...(sex && anySex ? [{ words: sex.words, because: 'no study takes this sex' } as const] : []),
      ...(place && isLeft('distance')
        ? [{ words: place.words, because: 'no study is so near' } as const]
        : []),
      ...(place && anyPlace ? [{ words: place.words, because: 'no study is there' } as const] : []),
    ],
  }
}

/** The names and the words that are asked for. */
function named({ concepts, drugs, understood }: Results): readonly KeptWords[] {
  const { stages, words: keywords = [] } = understood
  return [
    ...concepts.map(({ words, term }): KeptWords => ({ kind: 'illness', words, name: term })),
    ...drugs.map(({ words, name }): KeptWords => ({ kind: 'medicine', words, name })),
    ...stages.map(({ words, english, isSubject }): KeptWords => ({
      kind: isSubject ? 'subject' : 'stage',
      words,
      name: english,
    })),
    ...keywords.map((words): KeptWords => ({ kind: 'word', words })),
  ]
}

function keptOfPerson(
  saying: Saying | undefined,
  without: readonly SaidPart[],
): readonly KeptWords[] {
  const { age, sex, place } = saying ?? {}
  const isKept = (part: SaidPart): boolean => !without.includes(part)
  return [
    ...(age && isKept('age') ? [{ kind: 'age', words: age.words } as const] : []),
    ...(sex && isKept('sex') ? [{ kind: 'sex', words: sex.words, name: sex.sex } as const] : []),
    ...(place && isKept('area') ? [{ kind: 'place', words: place.words } as const] : []),
  ]
}
