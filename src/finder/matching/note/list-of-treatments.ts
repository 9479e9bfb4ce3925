import type { NamedTreatment } from './named-treatment.ts'

/**
 * True where nothing but other treatments and what joins them stands between two places: "prior therapies included
 * infliximab, vedolizumab and ustekinumab". What is said of the first is said of all of such a list. Rule `course-list@1`.
 */
export function isListFrom(
  text: string,
  from: number,
  to: number,
  all: readonly NamedTreatment[],
): boolean {
  const own = all.filter((one) => one.start >= from && one.end <= to)
  const [first] = own
  if (!first || !lead.test(text.slice(from, first.start))) return false
  return own.every((one, index) => joined.test(text.slice(one.end, own[index + 1]?.start ?? to)))
}

const lead =
  /^(?: (?:therap(?:y|ies)|treatments?|lines?|medications?|drugs|regimens?|traitements?|lignes?|essais?|trials? of|included?|includes|were|was|with|of|with both))*\s?:?\s(?:(?:du|de la|de l['’]|d['’]|des|un|une) ?)?$/iu
const joined =
  /^(?:\s\d[\d.,]* ?(?:m?c?g|UI?)(?:\/\p{L}+)?)?\s?(?:\([^()]{0,30}\))?(?:\s?[,/+&]\s?|\s(?:and|et|or|ou|then|puis)\s){1,2}(?:(?:and|et|then|puis|du|de la|de l['’]|d['’]) ?)?$/iu
