import { openOperations } from '../../vocabulary/operations.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { medicinesAsked } from './medicines.ts'
import { onceAText } from './once-a-text.ts'
import { askedWords } from './words.ts'

/**
 * What an exclusion names one beside the other, any of which keeps out by itself: "Diabetes, pacemaker, or severe asthma".
 * Only those that no word of another may be meant for: one before a name for all that follow it ("treatment of diabetes or
 * asthma"), one behind it for all before ("asthma or COPD exacerbation"). Empty where there is one thing only, or where an
 * exception, an "and" or a "no" may turn it. Rule `alternatives@1`.
 */
export const alternativesOf = onceAText((text, vocabulary: Vocabulary): readonly string[] => {
  if (text.length > longest || turning.test(text)) return []
  const plain = text.replaceAll(/\([^()]*\)/g, ' ')
  if (!/\bor\b|\/|;/i.test(plain)) return []
  return plain.split(';').flatMap((clause) => ofTime(clause, vocabulary))
})

/**
 * A window of time behind a list is meant for its last or for all: "stroke, TIA or infarction within 3 months". Whoever had one
 * of them within it is kept out either way.
 */
function ofTime(clause: string, vocabulary: Vocabulary): readonly string[] {
  const time = behind.exec(clause)
  if (!time) return ofClause(clause, vocabulary)
  const [words] = time
  return ofClause(clause.slice(0, time.index), vocabulary).map(
    (part) => `${part.trim()} ${words.trim()}`,
  )
}

function ofClause(clause: string, vocabulary: Vocabulary): readonly string[] {
  const written = clause.replace(leading, '')
  if (isOfBoth.test(written) || !/\bor\b|\//i.test(written)) return [clause.trim()]
  const parts = written
    .split(divider)
    .map((part) => part.replaceAll(/^[\s•*-]+|[\s.,:]+$/g, ''))
    .filter((part) => part.length > 1)
    .map((part) => partOf(part, vocabulary))
  if (parts.length > most) return []
  const past = /\bhistory of\b/i.test(`${leading.exec(clause)?.[0] ?? ''} ${parts[0]?.text ?? ''}`)
  return parts.flatMap((part, at) => {
    const isFree =
      parts.slice(0, at).every(({ reachesOn }) => !reachesOn) &&
      parts
        .slice(at + 1)
        .every((other, index, rest) => !reachesBack(other, index === rest.length - 1))
    if (!isFree) return []
    return past && !/\bhistory\b/i.test(part.text) ? [`History of ${part.text}`] : [part.text]
  })
}

interface Part {
  readonly text: string
  readonly isNamed: boolean
  /** Words before its name that may be meant for what follows it as well. */
  readonly reachesOn: boolean
  /** Words behind its name that may be meant for what stands before it as well. */
  readonly goesOn: boolean
  /** What stands from its first name on, or all of it where it has none that is known. */
  readonly behind: string
}

function partOf(text: string, vocabulary: Vocabulary): Part {
  const named = [
    ...diseasesAsked(text, vocabulary),
    ...openOperations().inText(text),
    ...medicinesAsked(text),
  ]
  const isNamed = named.length > 0
  const before = isNamed ? text.slice(0, Math.min(...named.map(({ start }) => start))) : text
  const after = isNamed ? text.slice(Math.max(...named.map(({ end }) => end))) : ''
  const isBare = askedWords(before).every((word) => idle.test(word))
  return {
    text,
    isNamed,
    reachesOn: narrowing.test(before) || (isNamed ? !isBare : joining.test(before)),
    behind: (isNamed && headed.test(before) ? text.slice(before.length) : text.replace(leading, ''))
      .replace(sortOf, ' ')
      .replace(/\btypes? (?:[12]|I{1,2})\b/gi, ' '),
    goesOn: trailing.test(after) || askedWords(after).some((word) => !idle.test(word)),
  }
}

/** The last of a list may end in a word for all of it; one that names nothing known must begin anew. */
function reachesBack({ text, isNamed, goesOn, behind: behindOf }: Part, isLast: boolean): boolean {
  if (goesOn || trailing.test(behindOf)) return true
  if (isLast && forAll.test(text) && !newStart.test(text)) return true
  return !isNamed && isLast && !newStart.test(text)
}

/** "Contraindication to X" begins anew: its "to" is its own. */
const headed =
  /\b(?:contra-?indicat\w*|allerg\w*|hypersensitiv\w*|intoleran\w*|history|use|presence|evidence|diagnosis) (?:to|of)\s*(?:an? |the |any )?$/i
const longest = 800
const behind =
  /\b(?:with)?in (?:the )?(?:last |past |previous |preceding |prior )?(?:\d{1,3}|one|two|three|four|five|six|eight|nine|ten|twelve)? ?(?:days?|weeks?|months?|years?)(?: (?:prior to|before|preceding|of) [^.;,]{3,60})?[\s.,]*$/i
const most = 30
const divider = /,\s*(?:and\/or|or)\b|,|\band\/or\b|\bor\b|(?<=\p{L}{3})\s*\/\s*(?=\p{L}{3})/iu
const leading =
  /^\W*(?:(?:patients?|subjects?|participants?|individuals?|people|persons?|adults?|those|who|that|with|having|has|have|had|an?|the|any|known|personal|medical|past|previous|prior|presence|evidence|diagnosis|diagnosed|current|currently|history|of)\s+)*/i
/** "Any other types of diabetes". */
const sortOf = /\b(?:types?|kinds?|forms?) of\b/i
const newStart =
  /^(?:[≥>]|grade|severe|suspected|uncontrolled|any|other|another|an?|history|known|current|use|patients?|subjects?)(?!\p{L})/iu
/** Both together are asked, or a part of the sentence depends on another. */
const isOfBoth =
  /\b(?:and(?!\/or)|as well as|together|combined|plus|in addition|who|which|that|whose|where|when)\b|&/i
const turning =
  /\b(?:no|not|without|never|neither|nor|except\w*|unless|other than|apart from|besides|if|provided|at least|one of|two of|three of|any of|both|all of|only|allowed|permitted|eligible|may (?:be|participate|enrol\w*)|can (?:be|participate)|will be|family|mothers?|maternal|fathers?|parents?|siblings?|relatives?|partners?|donors?|fetus|fetal|offspring|pets?|sauf|sans)\b|\bnon-/i
/** Words of every criterion that narrow a name all the same. */
const narrowing =
  /\b(?:active|known other|other|secondary|primary|suspected|possible|clinical\w*|current(?:ly)?|acute|chronic|signs?|symptoms?|stage|grade|type)\b|\d|[<>≤≥]/i
const joining = /\b(?:of|for|to|against|by|on|in|with|from|due|after|during)\b|\d|[<>≤≥]/i
const trailing =
  /\b(?:within|in|during|requir\w*|needing|due|caused|associated|related|secondary|resulting|leading|causing|affecting|treated|controlled|prior|before|after|since|as|defined|with|to|by|from|for|until|at|on|under|of)\b|\d|[<>≤≥]/i
/** "Hepatitis B or C vaccination". */
const forAll =
  /\b(?:vaccin\w*|immuni[sz]\w*|therap\w*|treatments?|medications?|medicines?|drugs?|tests?|screening|exacerbations?|carriers?|antibod\w*|antigens?|complications?|cris[ie]s)$/i
const idle =
  /^(?:implant\w*|insert\w*|placement|placed|infection|personal|medical|previously|use|user|using|antécédent\w*)$/i
