import type { AskedFrame, AskedItem, AskedRule, AskedThing } from '../../../words/language/asked.ts'
import type { WrittenRule } from './asked-rule.ts'
import type { ReadAsk } from './rule-reader.ts'
import { safeThings } from './safe-things.ts'
import { isThing } from '../../../words/language/is-thing.ts'

/**
 * A question that was read, where the rule has words beside it that turn what an answer tells: a second choice ("measurable or
 * evaluable"), a looser limit for some, who signs for another, a mixture of two medicines, examples that were left out. It is
 * asked, and the answer that could be wrong tells nothing; undefined where it would be asked of the wrong thing. Rule
 * `unsafe-answers@1`.
 */
export function withSafeAnswers({ kind, text }: WrittenRule, ask: ReadAsk): ReadAsk | undefined {
  if (isOtherFact(kind, text, ask.rule)) return undefined
  const safe = safeThings(text, ask.rule, ask.readings)
  if (!safe) return undefined
  const signed = ofBirthControl(ofSigner(safe, text), text)
  const isOut = kind === 'exclusion' || signed.isTurned
  const rule = inOneTime(isOut ? withoutTwice(signed) : signed, text)
  const isWide =
    rule.isWide === true ||
    isMixture(text, rule) ||
    isOfTwoSigners(text, rule) ||
    isOpportunistic(text, rule) ||
    isOfPlace(rule)
  const isPart =
    rule.isPart === true ||
    isOfChoice(text, rule) ||
    isOpportunistic(text, rule) ||
    isOfPlace(rule) ||
    (kind === 'exclusion' && leavesOutAhead(text, rule)) ||
    (rule.isWide === true &&
      (kind === 'exclusion' ? hidesExamples(text, rule) : hasLooserLimit(text, rule)))
  return {
    ...ask,
    rule: { ...rule, ...(isWide && { isWide: true }), ...(isPart && { isPart: true }) },
  }
}

/** What is not to be is asked as what is: "must not be a candidate for a cure, such as a transplant". */
function isOtherFact(kind: WrittenRule['kind'], text: string, rule: AskedRule): boolean {
  if (rule.ask === 'pregnancy' && rule.about.every((one) => one === 'nursing'))
    return /\b(?:inten\w+|plan\w*|wish\w*|want\w*)\b/i.test(text) && !isNow.test(text)
  if (rule.ask !== 'things') return false
  if (rule.what.things.some(isTreatmentWithIllness)) return true
  if (rule.isWide && rule.what.things.some(isOfEverybody)) return true
  if ((rule.frame === 'had' || rule.frame === 'took') && afterEntry.test(text))
    return !/\b(?:prior to|before|past|last)\b/i.test(text)
  if (!rule.isWide || !rule.isPart) return false
  if (kind === 'exclusion' || rule.isTurned) return false
  return notToBe.test(text)
}

/** "Within 12 months after inclusion" is to come. */
const afterEntry =
  /\b(?:within|during|in)\b[^.;]{0,40}\b(?:after|following|post)[- ](?:the )?(?:inclusion|enrol\w*|random\w*|(?:study |trial )?entry|screening|baseline|registration|start of (?:the )?(?:study|trial))/i

/** "Treatment with an influenza or pneumonia vaccine": nobody is treated with an illness. */
function isTreatmentWithIllness(item: AskedItem): boolean {
  if (!isThing(item) || !/^(?:traitement|médicament)/.test(item.name.fr)) return false
  return item.tails.some(
    (tail) =>
      (tail.tail === 'with' || tail.tail === 'treated') &&
      tail.things.things.some(
        (one) => isThing(one) && one.name.kind === undefined && one.name.mark === undefined,
      ),
  )
}

/** "Vaccinated against the zorb", "suspicion of quixing pain": without the words that were left out it is of everybody, or of nothing. */
function isOfEverybody(item: AskedItem): boolean {
  if (!isThing(item)) return false
  if (item.name.fr.startsWith('soupçon')) return true
  if (item.like.length + item.tails.length > 0) return false
  return /^(?:vaccin|effets indésirables|douleur|anomalie|examen|consultation)s?$/.test(
    item.name.fr,
  )
}

const isNow = /\b(?:currently|are breast|is breast|lactating|nursing)\b/i
const notToBe =
  /^[^,;]{0,40}\b(?:(?:must|should|may|will|can|is|are|do|does|has|have) not|cannot|ineligible|unsuitable|inappropriate|intolerant)\b/i

/** A parent, a guardian or whoever decides for a person signs. */
function ofSigner(rule: AskedRule, text: string): AskedRule {
  if (rule.ask !== 'set' || rule.phrase !== 'consent' || !signer.test(text)) return rule
  return { ...rule, phrase: 'consentOfOther' }
}

const signer =
  /\b(?:parents?|parental|guardians?|representatives?|surrogates?|next of kin|kin|proxy|caretakers?|legally (?:authori[sz]ed|acceptable|responsible))\b|\b(?:or|by|of|from|whose|whom) (?:the |a |an |their |his |her )?(?:caregivers?|carers?|relatives?|famil(?:y|ies))\b/i

function refusesTasks(text: string): boolean {
  return (
    /\brefus\w+/i.test(text) &&
    /\b(?:assessments?|questionnaires?|visits?|procedures?|tests?|follow-?up|treatment)\b/i.test(
      text,
    ) &&
    !/\b(?:consent|assent|sign\w*|particip\w*|enrol\w*|inclu\w+|take part|randomi[sz]\w*)\b/i.test(
      text,
    )
  )
}

/** "Comply with the rules of contraception". */
function ofBirthControl(rule: AskedRule, text: string): AskedRule {
  // "Refusal to complete the questionnaires" is of what the study asks, and of no signature.
  if (rule.ask === 'set' && rule.phrase === 'consent' && refusesTasks(text))
    return { ...rule, phrase: 'comply' }
  if (rule.ask !== 'set' || rule.phrase !== 'comply') return rule
  if (!/\bcontracept\w*|\bbirth control\b/i.test(text) || /\bvisits?\b/i.test(text)) return rule
  return { ...rule, phrase: 'contraception', isWide: true, isPart: true }
}

/** "Signed by the patients and the participating carers": one of them is not enough. */
function isOfTwoSigners(text: string, rule: AskedRule): boolean {
  return (
    rule.ask === 'set' &&
    (rule.phrase === 'consent' || rule.phrase === 'consentOfOther') &&
    /\b(?:and|both)\b[^.;,]{0,30}\b(?:caregivers?|carers?|care ?partners?|partners?|informants?|parents?|guardians?)\b/i.test(
      text,
    )
  )
}

/** "Enrolled or scheduled to be enrolled in another trial", of which the first alone is asked. */
function leavesOutAhead(text: string, rule: AskedRule): boolean {
  if (!orAhead.test(text)) return false
  return !/"plan"|Ahead|"planned"|planning|prévu|programmé|soupçonné/.test(JSON.stringify(rule))
}

const orAhead =
  /(?:\bor|\band\/or|\/)\s?(?:\w+ ){0,2}?(?:scheduled|planned|planning|plans?|intend\w*|intention|anticipat\w+|expect\w+)\b/i

/** "Measurable or evaluable disease": who has the second is let in, too. */
function isOfChoice(text: string, rule: AskedRule): boolean {
  return (
    rule.ask === 'set' &&
    rule.phrase === 'measurable' &&
    /\b(?:evaluable|assessable|non-?measurable|unmeasurable|nonmeasurable)\b/i.test(text)
  )
}

/** "Blurgoprim/zorboxazole": one medicine of two; who takes one of them takes it not. */
function isMixture(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.what.things.length < 2 || rule.isTurned) return false
  const drugs = rule.what.things.filter(isDrug)
  return drugs.some((one, at) => {
    const next = drugs[at + 1]
    const pair = next && `${one.name.en}\\s?/\\s?${next.name.en}`
    return pair !== undefined && new RegExp(pair, 'i').test(text)
  })
}

function isDrug(item: AskedItem): item is AskedThing {
  return isThing(item) && item.name.mark === 'mass' && /^[\p{L}-]+$/u.test(item.name.en)
}

/** "Opportunistic or serious bacterial infections": the first are of any germ. */
function isOpportunistic(text: string, rule: AskedRule): boolean {
  return (
    rule.ask === 'things' &&
    /\bopportunistic (?:or|and|and\/or|,) ?(?:\w+ )?(?:bacterial|viral|fungal|parasitic)\b/i.test(
      text,
    )
  )
}

/** "Blood vessel involvement", with the places left out: of what, and where, only these say. */
function isOfPlace(rule: AskedRule): boolean {
  if (rule.ask !== 'things') return false
  return rule.what.things.some(
    (one) =>
      isThing(one) &&
      /^(?:atteinte|invasion|envahissement|compression)\b/.test(one.name.fr) &&
      one.tails.some((tail) => tail.tail === 'said' && tail.said.fr.endsWith('exemples)')),
  )
}

/** "Infection, including zorbs": who has a zorb may not call it one. */
function hidesExamples(text: string, rule: AskedRule): boolean {
  if (!/\b(?:including|includes|such as|e\.g\.?|for example|i\.e\.?|defined as)\b/i.test(text))
    return false
  return (
    rule.ask === 'things' &&
    rule.what.things.every((one) => isThing(one) && !one.tails.some(isExample))
  )
}

function isExample({ tail }: AskedThing['tails'][number]): boolean {
  return tail === 'examples' || tail === 'counting' || tail === 'defined' || tail === 'aside'
}

/** "ALT < 3 x ULN, or < 5 with metastases in the liver". */
function hasLooserLimit(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.isTurned || rule.what.things.every(isThing)) return false
  return looser.test(text)
}

const looser =
  /\b(?:if|unless|except\w*|(?:in|for) (?:the )?(?:case|presence|absence|patients|subjects|participants|those)|with (?:\w+ ){0,3}(?:metasta\w+|involvement|syndrome|disease)|gilbert\w*|metastas[ei]s|allowed|permitted|acceptable)\b/i

/** "Recent (< 3 months) heart attack, bypass or stroke": the time is of each. */
function inOneTime(rule: AskedRule, text: string): AskedRule {
  if (rule.ask !== 'things' || (rule.frame !== 'had' && rule.frame !== 'took')) return rule
  const { things } = rule.what
  const [first, ...others] = things
  const time = first?.tails.find(({ tail }) => tail === 'time')
  if (!first || !time || time.tail !== 'time' || others.length === 0) return rule
  if (
    others.some(({ tails }) => tails.some(({ tail }) => tail === 'time')) ||
    !timeFirst.test(text)
  )
    return rule
  const last = others.length - 1
  const moved = [
    { ...first, tails: first.tails.filter((one) => one !== time) },
    ...others.map((one, at) =>
      at === last ? { ...one, tails: [...one.tails, { ...time, isAside: false }] } : one,
    ),
  ].map((one) =>
    isThing(one) ? { ...one, like: one.like.filter(({ en }) => en !== 'recent') } : one,
  )
  return { ...rule, what: { ...rule.what, things: moved } }
}

const timeFirst =
  /^\W*(?:(?:a|an|any|history of|had|has|have|patients?|subjects?|with|who|known|documented)\s+)*(?:(?:very )?recent(?:ly)?\s*)?\(?\s?(?:[<≤]|within|in (?:the )?(?:last|past|previous)|less than|during (?:the )?(?:last|past))/i

/** "A sudden heart attack, or a heart attack within a month": the second says it all. */
function withoutTwice(rule: AskedRule): AskedRule {
  if (rule.ask !== 'things' || rule.what.things.length < 2 || !owned.has(rule.frame)) return rule
  const { things } = rule.what
  const kept = things.filter(
    (one, at) =>
      !isThing(one) ||
      !things.some((other, place) => place !== at && holds(other, one, { at, place })),
  )
  if (kept.length === things.length || kept.length === 0) return rule
  return {
    ...rule,
    what: { things: kept, joint: kept.length > 1 ? rule.what.joint : undefined },
  }
}

const owned: ReadonlySet<AskedFrame> = new Set(['have', 'had', 'take', 'took'])
const nowOrThen = /^(?:sudden|current|recent|ongoing|active|earlier)/

function isAhead({ like, tails }: AskedThing): boolean {
  const said = tails.flatMap((one) => (one.tail === 'said' ? one.said : []))
  return [...like, ...said].some(({ fr }) => /^(?:prévu|programmé|possible|probable)/.test(fr))
}

function holds(
  other: AskedItem,
  one: AskedThing,
  { at, place }: { at: number; place: number },
): boolean {
  if (!isThing(other) || other.name.fr !== one.name.fr) return false
  const isBare = ({ like, tails }: AskedThing): boolean => like.length + tails.length === 0
  const isTimed = ({ tails }: AskedThing): boolean => tails.some(({ tail }) => tail === 'time')
  if (isAhead(one) || isAhead(other)) return false
  if (isTimed(one)) return false
  if (isTimed(other)) return isBare(one) || one.like.every(({ en }) => nowOrThen.test(en))
  return isBare(other) && (!isBare(one) || place < at)
}
