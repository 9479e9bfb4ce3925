import type { AskedRule, SetPhrase } from '../../../words/language/asked.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import type { Turning } from './words-turning.ts'

/** What the set words of a question make of its answers, where its rule says another thing beside them or less than they do. */
export function setTurning(line: WrittenRule, rule: AskedRule): Turning {
  if (rule.ask === 'several')
    return rule.rules
      .map((one) => setTurning(line, one))
      .reduce(both, { isWide: false, isPart: false })
  if (rule.ask !== 'set') return { isWide: false, isPart: false }
  const { text } = line
  const isOpen =
    (rule.isWide === true && ofSeveralOrgans.has(rule.phrase)) ||
    (rule.phrase === 'comply' && (besidesFollowing.test(text) || !following.test(text)))
  return {
    isWide:
      isOpen ||
      (rule.phrase === 'staff' && !wholeStaff.test(text)) ||
      (!rule.isTurned && asksToUnderstand(text, rule.phrase)),
    // What the doctor of the study thinks no doctor may have said yet.
    isPart: isOpen || rule.phrase === 'doctorDoubts' || isOfMedicineToo(text, rule.phrase),
  }
}

/** Of the investigator alone a relative of the study's nurse is none. */
const wholeStaff = /\b(?:team|staff|personnel|sites?|cent(?:er|re)s?)\b/i

function both(one: Turning, other: Turning): Turning {
  return { isWide: one.isWide || other.isWide, isPart: one.isPart || other.isPart }
}

/** Stock questions that hold more than one thing: a no to all of it is none to each. */
const ofSeveralOrgans: ReadonlySet<SetPhrase> = new Set(['adequateOrgans', 'problemWith'])

/** "To understand the study and follow it", "to be followed up": not all of it, or less. */
const besidesFollowing =
  /\b(?:understand\w*|understood|comprehen\w*|communicat\w*|tolerat\w*|exercis\w*|reliab\w*|unreliab\w*|geograph\w*|read|write)\b/i
const following =
  /\b(?:compl(?:y|ies|ying|iance|iant)|non-?complian\w*|adher\w*|follow(?!ed|[- ]?up)\w*|attend\w*|visits?|co-?operat\w*|protocol|schedules?)\b/i

/** "Another study and/or an experimental drug": who was given one outside a study was in none. */
function isOfMedicineToo(text: string, phrase: SetPhrase): boolean {
  if (!phrase.startsWith('otherStudy')) return false
  return (
    (medicineToo.test(text) && /\b(?:and\/or|or|and)\b|,/i.test(text)) || isOfNowToo(text, phrase)
  )
}

const medicineToo =
  /\b(?:treat\w*|us(?:e|ed|ing)|tak(?:e|en|ing)|receiv\w*|receipt|administ\w*|exposure|intake)\b(?: \w+){0,5} (?:drugs?|agents?|products?|medicin\w*|medications?|devices?|therap\w+|treatments?|vaccines?)\b|\b(?:and\/or|or|and)\b[^.;]*\b(?:treat\w*|us(?:e|ed|ing)|tak(?:e|en|ing)|receiv\w*|receipt|administ\w*|exposure|intake)\b/i

/** "Is in a study, or plans to be": of which the question asks the second alone. */
function isOfNowToo(text: string, phrase: SetPhrase): boolean {
  return (
    phrase === 'otherStudyAhead' &&
    /\b(?:already|current\w*|participates|enrolled|is|are)\b/i.test(text)
  )
}

/** Who agrees to a study may not have understood it. */
function asksToUnderstand(text: string, phrase: SetPhrase): boolean {
  return phrase.startsWith('consent') && understanding.test(text)
}

const understanding =
  /\b(?:understand\w*|comprehen\w*)\b(?![^.;]{0,40}\b(?:sign|consent form|informed consent)\b)|\b(?:understand\w*|comprehen\w*) (?:the |all )?(?:study|trial|protocol) (?:procedures?|requirements?|restrictions?)/i
