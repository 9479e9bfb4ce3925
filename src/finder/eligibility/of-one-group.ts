import type { Criterion, Part } from './criterion.ts'
import { type CriterionKind, isGroup } from './headings.ts'

/**
 * The lines of one cohort, arm, part, registry or kind of people of a study that has several, by id: those under a title that
 * names it ("Exclusion Criteria for Sub Study 2", "Hepatic cancers: inclusion criteria" beside other cancers), and each of
 * several sets of lists that follow one another. What every group asks in the same words is asked of everybody. Rule `one-group@1`.
 */
export function ofOneGroup(parts: readonly Part[]): ReadonlySet<string> {
  const sections = sectionsOf(parts)
  const some = sections.filter((one) => isOfSome(one, sections) || isOfSet(one, sections))
  const ids = some.flatMap(({ lines, ...section }) =>
    lines.filter(({ text }) => !isInEvery(text, section, some)).map(({ id }) => id),
  )
  return new Set(ids)
}

/** The lines under one title. */
interface Section {
  readonly kind: CriterionKind
  /** All titles over it since the line before. */
  readonly title: string
  /** Which set of lists it is of: a list of what lets in after one of what keeps out begins another. */
  readonly set: number
  readonly lines: readonly Criterion[]
}

function sectionsOf(parts: readonly Part[]): readonly Section[] {
  const sections: (Section & { readonly lines: Criterion[] })[] = []
  const isOfSections = parts.some((one) => one.type === 'heading' && sectioned.test(one.text))
  let [titles, isOpen, set]: [string[], boolean, number] = [[], false, 0]
  for (const part of parts) {
    if (part.type === 'note') continue
    const ofSet = sections.filter((one) => one.set === set)
    if (part.type === 'heading') {
      titles = isOpen ? [part.text] : [...titles, part.text]
      isOpen = false
      const isNext =
        part.kind === 'inclusion' && opensList.test(part.text) && !isOfSections && isWhole(ofSet)
      if (isNext) set += 1
      continue
    }
    const last = sections.at(-1)
    if (isOpen && last && last.kind === part.kind) last.lines.push(part)
    else {
      const title = [...new Set([part.heading ?? '', ...titles])].join(' › ')
      sections.push({ kind: part.kind, title, set, lines: [part] })
    }
    isOpen = true
  }
  return sections
}

function isWhole(ofSet: readonly Section[]): boolean {
  return ['inclusion', 'exclusion'].every((kind) => ofSet.some((one) => one.kind === kind))
}

/** Old records repeat both lists in each of their sections. */
const sectioned =
  /\b(?:disease|patient) characteristics\b|\bconcurrent therapy\b|\bprotocol entry criteria\b|^(?:.* › )?(?:co-existing condition|(?:concurrent|prior) (?:medication|treatment)|risk behavior)\b/i
const opensList = /^(?!\W*note\b).*(?:\binclusion\b|\beligible (?:for|to)\b)/i

/** A title of one group, where the study has another. */
function isOfSome(one: Section, all: readonly Section[]): boolean {
  if (isOfAll(one.title)) return false
  const others = all.filter((other) => nameOf(other) !== nameOf(one))
  const titles = others.flatMap(({ kind, title }) => (kind === one.kind ? [title] : []))
  if (numbered.test(one.title)) return others.length > 0
  if (all.some(({ title }) => sectioned.test(title))) return false
  if (titles.length > 0 && (isGroup(one.title, titles) || namesGroup.test(one.title))) return true
  if (adds.test(one.title)) return true
  if (titles.some((title) => !adds.test(title) && isBeside(one.title, title))) return true
  return ofOthers.test(one.title) && others.some(({ title }) => isBeside(title, one.title))
}

/** Whether one title names the ill where the other names people who are not, or both a list of an illness. */
function isBeside(title: string, other: string): boolean {
  if (isOfAll(other)) return false
  if (ofOthers.test(other) && !ofOthers.test(title) && namedIn(title) !== '') return true
  return isListOfIllness(title) && isListOfIllness(other)
}

function isListOfIllness(title: string): boolean {
  return title.split(' › ').some((one) => ofList.test(one) && ofIllness.test(one))
}

/** One of several sets of lists, each with its own people, though no title may say which. */
function isOfSet(one: Section, all: readonly Section[]): boolean {
  const sets = [...Map.groupBy(all, ({ set }) => set).values()].filter(isWhole)
  if (sets.length < 2 || isOfAll(one.title) || !sets.some((set) => set.includes(one))) return false
  return (
    one.set > 0 ||
    sets.some((set) => !set.some((other) => other.set === 0 || besideMain.test(other.title)))
  )
}

function isInEvery(
  text: string,
  { kind }: Pick<Section, 'kind'>,
  some: readonly Section[],
): boolean {
  const groups = Map.groupBy(
    some.filter((one) => one.kind === kind),
    nameOf,
  )
  if (groups.size < 2 || some.some(({ title }) => adds.test(title))) return false
  const names = new Set(some.map(nameOf))
  return [...names].every((name) =>
    groups.get(name)?.some(({ lines }) => lines.some((line) => plain(line.text) === plain(text))),
  )
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}

/** What is left of a title without the words for its list. */
function nameOf({ title, set }: Pick<Section, 'title' | 'set'>): string {
  const name = namedIn(title)
  return set === 0 ? name : `${set} ${name}`
}

function namedIn(title: string): string {
  return plain(title.replaceAll(listWords, ' '))
}

const listWords =
  /\b(?:(?:non-?)?(?:in|ex)clusions?|criteri(?:a|on)|eligibility|key|main|major|the|for|of|to)\b/gi

/** "All of the following" and "in addition to the general criteria" are of nobody in particular. */
function isOfAll(title: string): boolean {
  return !adds.test(title) && ofAll.test(title)
}

const ofAll =
  /\b(?:all|both|every|each)\b(?! of (?:the|these)\b| (?:the )?following| inclusion| criteria)|\beveryone\b|\bneither\b|\bcommon to\b|\bgeneral (?:in|ex)clusion|\bmain study\b/i
const adds =
  /\bin addition to\b|\b(?:additional|specific|further)\b.{0,30}\bcriteria\b.{0,12}\b(?:for|to|of|by|per)\b|\b(?!(?:study|trial|protocol|disease|site|country|sex|gender|age)\b)[\w-]+[ -]specific\W*$/i
/** A cohort by its number or letter, or "only". */
const numbered =
  /\b(?:cohorts?|arms?|groups?|parts?|strat(?:um|a)|sub-?\s?(?:stud(?:y|ies)|projects?)|phases?|stages?) ?(?:[A-Z]?\d|[A-H]\b|I{1,3}\b|IV\b|one\b|two\b|three\b)|\bsub-?\s?(?:stud(?:y|ies)|projects?)\b|\bonly\b(?! (?:if|when)\b)/i
const namesGroup =
  /\b(?:registr(?:y|ies)|siblings?|relatives?|cases|optional)\b|^\W*for (?!in\w+ in\b|enrol|entry|participa|all\b|both\b|the purpose)[^.;]{2,60}$|\bcriteria (?:for|of) (?!(?:the |this |study |trial |an? )*(?:stud|trial|all|any|each|every|both|in\w+ion|enrol|entry|screen|participa|patient|subject|registration|random|treatment|medical|eligib))/i
const ofIllness =
  /\b(?:cancers?|\w*tumou?rs?|malignanc(?:y|ies)|lymphomas?|leuka?emias?|myelomas?|\w*carcinomas?|sarcomas?|melanomas?|neoplasms?|diseases?|syndromes?|disorders?|failure|dementia|diabetes|asthma\w*|infections?|\p{L}+(?:itis|osis|oses|emia|aemia|pathy|trophy))\b/iu
const ofList = /\b(?:inclusion|exclusion|eligib|criteri)/i
const ofOthers = /\b(?:healthy|normal|volunteers?|controls?)\b/i
/** What is asked of these leaves what is asked of the patients as it is. */
const besideMain =
  /\b(?:additional|specific|in addition|donors?|parents?|mothers?|fathers?|relatives?|siblings?|caregivers?|partners?|sub-?\s?stud(?:y|ies)|optional|extension)\b/i
