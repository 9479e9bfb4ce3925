import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Finding, Patient } from '../patient/patient.ts'
import { cancersOfNow } from './cancer-sites.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { sentenceParts, withoutParts } from './words.ts'

/**
 * Where an illness stands between its finding and its return, as a requirement asks it and the note says otherwise: "newly diagnosed
 * myeloma" and a relapse, "relapsed or refractory" and newly found or in remission. Rule `phase@1`.
 */
export function phaseVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  const { back, fresh, calm } = phasesOf(patient)
  if (back.length + fresh.length + calm.length === 0) return undefined
  const asksNew = newAsked.exec(text)
  const asksBack = asksNew ? null : backAsked.exec(text)
  const found = asksNew ?? asksBack
  if (!found || backAsked.test(text) === newAsked.test(text) || hasOtherWaysIn(text))
    return undefined
  const rest = withoutParts(text, [{ start: found.index, end: found.index + found[0].length }])
  if (isTurned(rest)) return undefined
  const named = diseasesAsked(text, vocabulary).filter(({ term }) => !course.test(term))
  const [first] = named
  if (!first || named.some(({ term }) => term !== first.term)) return undefined
  const isBeside =
    Math.min(
      Math.abs(first.start - found.index - found[0].length),
      Math.abs(found.index - first.end),
    ) < 40
  const own = isBeside ? ownOf(first.term, patient, vocabulary) : undefined
  const evidence = own && (asksNew ? backSaid(own, one) : newSaid(own, one))
  return evidence && { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 260
const course = /^(?:Recurrence|Neoplasm Recurrence, Local|Disease Progression|Neoplasm Metastasis)$/

const newAsked =
  /\b(?:newly[- ]diagnosed|(?:previously )?untreated|treatment[- ]na[iï]ve|front-?line|(?:nouvellement|récemment) diagnostiquée?s?|non (?:pré)?traitée?s?|jamais traitée?s?)(?![\p{L}])/iu
const backAsked =
  /\b(?:relapsed?(?:(?:,? (?:and\/or|or|and) |\s?\/\s?)(?:refractory|recurrent|progressive))?|refractory(?:(?:,? (?:and\/or|or|and) |\s?\/\s?)relapsed)?|(?:previously|pre-?)treated|en rechute|réfractaires?)(?![\p{L}-])/iu

interface Own {
  readonly findings: readonly Finding[]
  /** The one cancer that a person has: what a note says of a relapse is of it. */
  readonly isOnlyCancer: boolean
}

/** The illness that is asked, where the person surely has it now. */
function ownOf(term: string, patient: Patient, vocabulary: Vocabulary): Own | undefined {
  const kinds = kindsOf(term, vocabulary)
  const findings = patient.findings.filter((one) => one.of === 'patient' && kinds.has(one.term))
  const isNow = findings.every(({ presence, rule }) => presence === 'present' && rule === undefined)
  if (findings.length === 0 || !isNow) return undefined
  const cancers = new Set(cancersOfNow(patient, vocabulary)?.map(({ finding }) => finding.term))
  return {
    findings,
    isOnlyCancer: cancers.size === 1 && findings.some((one) => cancers.has(one.term)),
  }
}

function backSaid(own: Own, one: Case): Evidence | undefined {
  const { back, fresh } = phasesOf(one.patient)
  return fresh.length > 0 ? undefined : ofIt(back, own, one)
}

/** Newly found, never treated; or in remission, which is no relapse. */
function newSaid(own: Own, one: Case): Evidence | undefined {
  const { text, patient } = one
  const { back, fresh, calm } = phasesOf(patient)
  if (
    back.length > 0 ||
    patient.findings.some(({ term }) => course.test(term) && !/Metasta/.test(term))
  )
    return undefined
  return ofIt(fresh, own, one) ?? (/treated/i.test(text) ? undefined : ofIt(calm, own, one))
}

/** In a sentence that names it; of the one cancer, also in one that names no other illness. */
function ofIt(
  said: readonly Evidence[],
  { findings, isOnlyCancer }: Own,
  { patient }: Case,
): Evidence | undefined {
  const names = (of: readonly Finding[], one: Evidence) =>
    of.some(({ evidence, term }) => evidence.text === one.text && !course.test(term))
  /** "Asthma; epilepsy in remission": a part of the sentence that says it names another illness alone. */
  const isBesideOther = ({ text }: Evidence) =>
    sentenceParts(text)
      .filter((part) => [saysBack, saysNew, saysCalm].some((pattern) => pattern.test(part)))
      .some((part) => namesIn(patient.findings, part) && !namesIn(findings, part))
  return said.find(
    (one) =>
      (names(findings, one) && !isBesideOther(one)) ||
      (isOnlyCancer && !names(patient.findings, one)),
  )
}

function namesIn(findings: readonly Finding[], part: string): boolean {
  const plain = part.toLowerCase()
  return findings.some(
    ({ words, term }) => !course.test(term) && plain.includes(words.toLowerCase()),
  )
}

const phasesOf = onceAPatient((patient: Patient) => {
  const lines = patient.lines.slice(0, 400).filter(({ evidence }) => !ofOthers.test(evidence.text))
  const saying = (pattern: RegExp, not: RegExp) =>
    lines
      .filter(({ affirmed, evidence }) => pattern.test(affirmed) && !not.test(evidence.text))
      .map(({ evidence }) => evidence)
  return {
    back: saying(saysBack, notBack),
    fresh: saying(saysNew, notNew),
    calm: saying(saysCalm, notCalm),
  }
})

const saysBack =
  /\b(?:(?:in|first|second|third|early|late) relapse|relaps(?:ed|es)|refractory|has recurred|recurrence of (?:the|his|her)|progressed (?:on|after|despite|under|through)|(?:second|third|fourth)[- ]line|(?:after|received|failed) (?:one|two|three|four|[1-4]) (?:prior |previous )?lines|(?:en |première |deuxième |seconde |2e |1re )rechute|rechute (?:de|du|après|sous)|rechuté|récidive (?:de|du|locale|après)|récidivé|réfractaire|progress\p{L}* (?:sous|après|malgré)|après (?:une|deux|trois|[1-3]) lignes?|(?:deuxième|troisième|[23]e) ligne)(?![\p{L}])/iu
const notBack =
  /\b(?:blood pressure|antihypertensiv\w*|antihypertenseurs?|risk of|prevent\w*|if|in case of|sister|brother|refractory (?:hypo|hyper|an(?:a)?emia|ascites|to (?:painkillers|analges|opioid))\w*|smok\w*|drinking|alcohol\w*|antibiotics?|nausea|ascit\w*|réfractaires? (?:aux?|à la|à l[’']) ?(?:antalgiques?|douleurs?|opio\p{L}*|morphine)|alcool\p{L}*|taba\p{L}*|antibiotiques?|nausées?|risque de|prévention|hypertension|seizures?|pain|douleurs?)(?![\p{L}])/iu
const saysNew =
  /\b(?:newly[- ]diagnosed|just (?:been )?diagnosed|diagnosed (?:today|yesterday|this (?:week|month)|last (?:week|month)|(?:\w+ )(?:days|weeks) ago)|(?:treatment|therapy|chemotherapy) has not (?:yet )?(?:begun|started|been (?:started|begun|given))|not (?:yet )?(?:been )?treated|treatment[- ]na[iï]ve|(?:has|have) not (?:yet )?(?:started|received|begun) (?:any )?(?:treatment|therapy|chemotherapy)|untreated|never (?:been )?treated|no (?:treatment|therapy) (?:yet|so far|to date)|vient d['’]être diagnostiquée?|nouvellement diagnostiquée?|(?:non|jamais|pas encore) traitée?|aucun traitement (?:à ce jour|encore|reçu|débuté)|diagnostiquée? (?:hier|ce mois|la semaine dernière|il y a (?:\p{L}+|\d+) (?:jours|semaines)))(?![\p{L}])/iu
const notNew =
  /\b(?:(?:in|en) (?:19|20)\d\d|years? ago|il y a \S+ ans|untreated (?:hypertension|pressure|pain|infection)|relaps\w*|recurr\w*|rechute|récidive)(?![\p{L}])/iu
const saysCalm =
  /\b(?:in (?:(?:first |second )?complete |sustained |full |clinical |deep )?(?:molecular |clinical |endoscopic )?remission|en (?:première )?rémission(?: complète| clinique)?)(?![\p{L}])/iu
const notCalm =
  /\b(?:(?:in|en) (?:19|20)\d\d|years? ago|il y a \S+ ans|partial|partielle|was in|then|puis|until|relaps\w*|rechute)(?![\p{L}])/iu
const ofOthers =
  /\b(?:mother|father|sister|brother|wife|husband|cousin|uncle|aunt|mère|père|sœur|frère|oncle|tante)(?![\p{L}])/iu
