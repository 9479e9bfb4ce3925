import type { Study } from '../registry/study.ts'
import type { Concept, Vocabulary } from './concept.ts'
import { type Stretch, excludedStretches, maySayExclusion } from './exclusions.ts'

/** What a study's titles, conditions and keywords name as left out, and as what it is about. */
export interface NamedConcepts {
  readonly excluded: ReadonlySet<Concept>
  readonly about: ReadonlySet<Concept>
}

/** A concept that a study leaves out, and the text of its record that says so. */
export interface SaidExclusion {
  readonly concept: Concept
  readonly text: string
}

/**
 * The concepts a study says it leaves out; undefined where it says nothing of the kind, as most. What it also names as its own
 * subject, or something narrower, is not left out.
 */
export function conceptsNamed(study: Study, vocabulary: Vocabulary): NamedConcepts | undefined {
  const texts = textsOf(study)
  if (!texts.some(maySayExclusion)) return undefined
  const said = exclusionsIn(texts, vocabulary)
  if (said.length === 0) return undefined
  const about = new Set(texts.flatMap((text) => namedOutside(text, vocabulary)))
  const kept = [...about].flatMap((concept) => [concept, ...vocabulary.ancestors(concept)])
  const excluded = new Set(said.map(({ concept }) => concept)).difference(new Set(kept))
  return excluded.size > 0 ? { excluded, about } : undefined
}

/** Where a study says that it leaves out one of these terms; undefined where it does not. */
export function exclusionOf(
  study: Study,
  terms: ReadonlySet<string>,
  vocabulary: Vocabulary,
): SaidExclusion | undefined {
  const excluded = conceptsNamed(study, vocabulary)?.excluded
  return exclusionsIn(textsOf(study), vocabulary).find(
    ({ concept }) => excluded?.has(concept) && terms.has(concept.term),
  )
}

function textsOf(study: Study): readonly string[] {
  const { identificationModule: id, conditionsModule } = study.protocolSection
  const titles = [id.briefTitle ?? '', id.officialTitle ?? '']
  const lists = [...(conditionsModule?.conditions ?? []), ...(conditionsModule?.keywords ?? [])]
  return [...lists.slice(0, mostTexts), ...titles].map((text) => text.slice(0, longest))
}

const mostTexts = 200
const longest = 2000

function exclusionsIn(texts: readonly string[], vocabulary: Vocabulary): SaidExclusion[] {
  return texts.flatMap((text) =>
    stretchesOf(text, vocabulary).flatMap(({ start, end }) =>
      leftOutIn(text.slice(start, end), headBefore(text.slice(0, start)), vocabulary).map(
        (concept) => ({ concept, text }),
      ),
    ),
  )
}

/** A name may hold such a word itself: migraine without aura. */
function stretchesOf(text: string, vocabulary: Vocabulary): readonly Stretch[] {
  if (!maySayExclusion(text)) return []
  const stretches = excludedStretches(text)
  if (stretches.length === 0) return []
  const names = vocabulary.conceptsInText(text)
  return stretches.filter(
    (stretch) => !names.some(({ start, end }) => start < stretch.start && stretch.start < end),
  )
}

/**
 * What a stretch names whole: "pulmonary vascular disease" leaves out no other vascular disease. Several may share their last
 * words, with one another ("breast, gastric, colorectal cancer") or with what they are taken from ("cancers other than breast").
 */
function leftOutIn(text: string, head: string, vocabulary: Vocabulary): Concept[] {
  const whole = vocabulary
    .conceptsInText(text)
    .filter(({ start, end }) => isWhole(text, start, end))
    .map(({ concept }) => concept)
  return [...whole, ...sharing(itemsOf(text), [head], vocabulary)]
}

function isWhole(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).split(between).at(-1) ?? ''
  const after = text.slice(end).split(between)[0] ?? ''
  return wordsOf(before).every(isMere) && wordsOf(after).every(isMere)
}

/** Words that make what is named no narrower. */
function isMere(word: string): boolean {
  return mere.has(word.toLowerCase())
}

const mere: ReadonlySet<string> = new Set(
  (
    'a an any the all known prior previous other others concomitant concurrent coexisting comorbid underlying preexisting pre-existing ' +
    'history evidence sign signs diagnosis diagnosed documented confirmed established overt clinical manifest current active of having ' +
    'patients patient subjects participants individuals people adults children ' +
    'de du des d l la le les un une tout toute tous toutes autre autres antécédent antécédents signe signes à au aux connu connue'
  ).split(' '),
)

function namedOutside(text: string, vocabulary: Vocabulary): Concept[] {
  let left = text
  for (const { start, end } of stretchesOf(text, vocabulary))
    left = `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`
  return left
    .split(/ {3,}|[;:]/)
    .flatMap((part) => [
      ...vocabulary.conceptsInText(part).map(({ concept }) => concept),
      ...sharing(itemsOf(part), [], vocabulary),
    ])
}

/** Names that are whole only with the last words of the list, or with one of `heads`. */
function sharing(
  items: readonly string[],
  heads: readonly string[],
  vocabulary: Vocabulary,
): Concept[] {
  const last = wordsOf(items.at(-1) ?? '')
  const tails = [1, 2, 3].filter((count) => count < last.length)
  const ends = ['', ...heads, ...tails.map((count) => last.slice(-count).join(' '))]
  return items.flatMap((item) => {
    const own = wordsOf(item).filter((word) => !isMere(word))
    if (own.length === 0 || own.length > 4) return []
    return ends.flatMap((end) => vocabulary.byName(`${own.join(' ')} ${end}`) ?? [])
  })
}

function itemsOf(text: string): readonly string[] {
  return text.split(between).filter((item) => item.trim() !== '')
}

/** The word before "other than" and the like. */
function headBefore(text: string): string {
  return wordsOf(text.replace(excluding, ' ')).at(-1) ?? ''
}

const excluding = /\s+\S+(?:\s+(?:than|que|from|for|of|including|involving|not))?\s*$/iu

function wordsOf(text: string): string[] {
  return text.replace(elided, ' ').match(/[\p{L}\p{N}’'-]+/gu) ?? []
}

const elided = /(?<!\p{L})[dl]['’](?=\p{L})/giu
const between = /[,/;&()]|(?<!\p{L})(?:and|or|nor|et|ou|ni)(?!\p{L})/iu
