import { hasOtherWaysIn } from './one-way-in.ts'

/**
 * What a requirement asks not to be, as an exclusion would write it: "No history of seizures" is "history of seizures", "at least 2
 * weeks since any major surgery" is "major surgery within 2 weeks". How a study writes it changes nothing for a person. Undefined
 * where a requirement asks anything else, too. Rule `asks-absence@1`.
 */
export function absenceAsked(text: string): string | undefined {
  if (text.length > longest || severalSentences.test(text)) return undefined
  const washout = sinceThen.exec(text)
  if (washout?.groups) {
    const { what = '', count = '', unit = '' } = washout.groups
    return turning.test(what) ? undefined : `${what} within ${count} ${unit}`
  }
  const bare = text.replace(who, '')
  const denied = denial.exec(bare)
  if (!denied) return undefined
  const rest = bare.slice(denied[0].length).replace(/[.\s]+$/, '')
  return rest.length < 3 || turning.test(rest) || noThing.test(rest) ? undefined : rest
}

/**
 * What a requirement asks beside another thing not to be: "SBP ≥ 140 mmHg and NOT on antihypertensive medication". Undefined where
 * there is another way in, or more after it.
 */
export function absenceAlsoAsked(text: string): string | undefined {
  if (text.length > longest || hasOtherWaysIn(text)) return undefined
  const found = andNot.exec(text)
  if (
    !found ||
    /\b(?:or|if|unless|except\w*|and)\b|\p{L}\/\p{L}/iu.test(text.slice(0, found.index))
  )
    return undefined
  const rest = text.slice(found.index + found[0].length).replace(/[.\s]+$/, '')
  return rest.length < 3 || turning.test(rest) || /\b(?:or|and)\b|[,;.]/i.test(rest)
    ? undefined
    : rest
}

const andNot =
  /\b(?:and|but|,) (?:is |are |has |have |with |currently )?(?:not (?:currently )?(?:on|taking|receiving|using|treated with)|no(?: (?:known|current|prior))?|without(?: any)?|never (?:had|received))\s+(?=\p{L})/iu
const longest = 220
const severalSentences = /[.;:]\s+\S/
const who =
  /^(?:\W|(?:all|the|adult|male|female|patients?|subjects?|participants?|individuals?|persons?|people|must|should|who|with|have|has|had|having|be|are|is|documented)(?![\w-]))*/i
const denial =
  /^(?:(?:no|never)(?: (?:had|has|have))?(?: an?y?)?(?: (?:known|documented|clinical|current|concurrent|concomitant))*|without(?: an?y?)?(?: (?:known|clinical|current))*|(?:the )?absence of(?: any)?|free of|not (?:currently )?(?:receiving|taking|on|using|having|suffering from|had|undergone|received|been treated with|been diagnosed with)(?: any)?|aucune?|pas d[e'’]|sans|absence d[e'’])\s+(?:evidence of |sign of |signs of |preuve d[e'’])?/i
/** An exception, a condition or a second requirement. */
const turning =
  /\b(?:except\w*|unless|other than|apart from|but|if|must|should|however|only|until|which|whose|allowed|permitted|adequate|normal|sufficient|able|willing|sauf|hormis|and (?:an?|has|have|is|are|with|able|normal|must))\b/i
/** Words after a "no" that name nothing a person could have. */
const noThing =
  /^(?:HIV|HBV|HCV|hepatitis [BC]|more|less|fewer|later|greater|longer|older|younger|earlier than|better|worse|change|restrictions?|limits?|upper|lower|age|sex|gender|specific|requirements?|data|inclusion|exclusion|one|two|\d)\b/i
const sinceThen =
  /^\W*(?:a |an )?(?:at least|minimum(?: of)?|more than|greater than|≥|>=?|over)\s*(?<count>\d+|one|two|three|four|five|six|eight|twelve) (?<unit>days?|weeks?|months?|years?) (?:must have (?:elapsed|passed) )?(?:since|from|after) (?:(?:the )?(?:completion of |end of )?)(?<what>(?:any |the |last |prior |previous |major )+(?:surger(?:y|ies)|surgical procedures?|chemotherap(?:y|ies)|radiotherap(?:y|ies)|radiation(?: therapy)?|immunotherap(?:y|ies)|hormon\w+ therap(?:y|ies)|transfusions?|biologics?|corticosteroids?|antibiotics?|vaccin\w+|investigational (?:agents?|drugs?|products?)|anti-?cancer (?:treatments?|therap(?:y|ies))))\b\W*$/i
