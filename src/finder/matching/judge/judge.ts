import { anotherSexVerdict } from './another-sex.ts'
import { absenceAlsoAsked, absenceAsked } from './asks-absence.ts'
import { alternativesOf } from './alternatives.ts'
import { areasAsked } from './areas-of.ts'
import { medicinesAsked } from './medicines.ts'
import { closelySaidVerdict } from './closely-said.ts'
import { coverOf } from './cover.ts'
import { effectGradeVerdict } from './effect-grade.ts'
import { examplesOf } from './examples.ts'
import {
  grownVerdict,
  pregnancyVerdict,
  requiredPregnancy,
  smokingVerdict,
  willingVerdict,
} from './circumstances.ts'
import { causedVerdict } from './caused.ts'
import { withoutContested } from './contested.ts'
import { contradictedVerdict } from './contradicted.ts'
import { contraryStateVerdict } from './contrary-states.ts'
import { countedVerdict } from './counted.ts'
import { datedVerdict } from './dated.ts'
import { childPughVerdict } from './child-pugh.ts'
import { decompensatedVerdict } from './decompensated.ts'
import { definedVerdict } from './defined.ts'
import { definedByValueVerdict } from './defined-by-value.ts'
import { doseAskedVerdict } from './dose-asked.ts'
import { deniedVerdict } from './denied.ts'
import { deniedClearVerdict } from './denied-clear.ts'
import { activeClearVerdict } from './active-clear.ts'
import { allergyVerdict } from './allergic.ts'
import { exclusiveKindVerdict, isOfUnsaidKind, sameKindVerdict } from './exclusive-kind.ts'
import { functionAskedVerdict } from './function-asked.ts'
import { gestationVerdict } from './gestation.ts'
import { gradedVerdict } from './graded.ts'
import { healthyGroupVerdict, healthyVerdict } from './healthy.ts'
import { immuneStateVerdict } from './immune-state.ts'
import { withImplied } from './implied.ts'
import { inStateVerdict } from './in-state.ts'
import { histologyVerdict } from './histology.ts'
import { historyVerdict } from './history.ts'
import { knownBeforeVerdict } from './known-before.ts'
import { operatedVerdict } from './operated.ts'
import { languageSpokenVerdict } from './language-spoken.ts'
import { lastingVerdict } from './lasting.ts'
import { lineOfTherapyVerdict } from './line-of-therapy.ts'
import { literalVerdict } from './literal.ts'
import { liveVaccineVerdict } from './live-vaccine.ts'
import { markerVerdict } from './markers.ts'
import { meantBy } from './meant-by.ts'
import { menopauseVerdict } from './menopause.ts'
import { naiveVerdict } from './naive.ts'
import { neverHadVerdict } from './never-had.ts'
import { measureClearVerdict } from './measure-clear.ts'
import { noEarlierVerdict } from './earlier.ts'
import { otherBodyVerdict, requiredBody } from './other-body.ts'
import { changedVerdict } from './changed.ts'
import { otherCancerVerdict } from './other-cancer.ts'
import { otherKindVerdict } from './other-kind.ts'
import { otherStudyVerdict } from './other-study.ts'
import { packsVerdict } from './packs-smoked.ts'
import { otherTumourVerdict } from './other-tumour.ts'
import { phaseVerdict } from './phase.ts'
import { pluralityVerdict } from './plurality.ts'
import { qualifiedVerdict } from './qualified.ts'
import { type JudgesCriterion, onceACriterion, plainCriterion } from './once-a-criterion.ts'
import { oneOfVerdict } from './one-of.ts'
import { isOpposed } from './opposed.ts'
import { onsetVerdict } from './onset.ts'
import { oppositeVerdict } from './opposite.ts'
import { plannedVerdict } from './planned.ts'
import { positiveTestVerdict } from './positive-test.ts'
import { readWhole } from './read-whole.ts'
import { refusesVerdict } from './refuses.ts'
import { resultAskedVerdict } from './result-asked.ts'
import { saidWithValuesVerdict } from './said-with-values.ts'
import { silenceVerdict } from './silence.ts'
import { heldNow, surely } from './said-surely.ts'
import { settingVerdict } from './setting.ts'
import { spreadAskedVerdict } from './spread-asked.ts'
import { stageVerdict } from './stage.ts'
import { byStatedFacts } from './stated-facts.ts'
import { substanceVerdict } from './substances.ts'
import { surgeryInTimeVerdict } from './surgery-in-time.ts'
import { suspectedAskedVerdict } from './suspected-asked.ts'
import { takesNoneVerdict } from './takes-none.ts'
import { treatedInTimeVerdict } from './treated-in-time.ts'
import { treatedNowVerdict } from './treated-now.ts'
import { treatmentVerdict } from './treated.ts'
import { weightOfAgeVerdict } from './weight-of-age.ts'
import { wishForChildVerdict } from './wish-for-child.ts'
import { valueEverVerdict } from './value-ever.ts'
import { valueNamedVerdict } from './value-named.ts'
import { valueOutVerdict } from './value-out.ts'
import { forMalignancy } from './without-benign.ts'
import * as words from './words.ts'
import { type Case, type Judgement, judgementOf } from './judgement.ts'
import { diseasesAsked } from './diseases-asked.ts'

/** Judges one criterion's own text. Pure; "not met" only where the record says so. */
export const judgeCriterion: JudgesCriterion = onceACriterion((written, kind, patient, options) => {
  const text = plainCriterion(written, kind)
  const known = forMalignancy(text, withImplied(patient, options.vocabulary))
  for (const rule of rules) {
    const judged = rule({ ...options, text, kind, patient: known })
    if (judged?.verdict === 'met' && kind === 'inclusion' && isOpposed(text, judged.evidence))
      return { ...judged, verdict: 'unknown', reason: 'near what the person has' }
    if (judged && isHalfSaid(judged, { ...options, text, kind, patient: known }))
      return { ...judged, verdict: 'unknown', reason: 'near what the person has' }
    if (judged) return withoutContested(judged, { ...options, text, kind, patient: known })
  }
  return { verdict: 'unknown', reason: 'nothing said', evidence: [] }
})

/** What the record says is the illness, and what is asked a kind of it. */
function isHalfSaid({ verdict, reason, evidence }: Judgement, one: Case): boolean {
  if (reason !== 'stated facts' && reason !== 'all of it is said') return false
  if (verdict !== (one.kind === 'exclusion' ? 'not met' : 'met')) return false
  return isOfUnsaidKind(one, evidence)
}

type Rule = (of: Case) => Judgement | undefined

/** In order: what settles the matter first; silence last. */
const rules: readonly Rule[] = [
  ({ text }) =>
    words.asksNothing.test(text) ? judgementOf('not applicable', 'asks nothing') : undefined,
  healthyGroupVerdict,
  gestationVerdict,
  pluralityVerdict,
  wishForChildVerdict,
  requiredPregnancy,
  anotherSexVerdict,
  otherBodyVerdict,
  requiredBody,
  pregnancyVerdict,
  grownVerdict,
  readWhole(exclusiveKindVerdict),
  surely(contraryStateVerdict, 'past'),
  surely(phaseVerdict, 'wished'),
  surely(spreadAskedVerdict, 'wished', 'of then', 'untested', 'picture awaited'),
  surely(histologyVerdict, 'wished', 'of then', 'either', 'tissue awaited', 'not bare'),
  surely(gradedVerdict, ...heldNow, 'untested', 'at a time', 'not bare'),
  surely(effectGradeVerdict, ...heldNow, 'either', 'at a time'),
  readWhole(byStatedFacts),
  measureClearVerdict,
  datedVerdict,
  contradictedVerdict,
  otherKindVerdict,
  readWhole(otherCancerVerdict),
  lineOfTherapyVerdict,
  countedVerdict,
  surely(deniedVerdict, 'never so'),
  readWhole(deniedClearVerdict),
  lastingVerdict,
  onsetVerdict,
  settingVerdict,
  surely(
    markerVerdict,
    'wished',
    'of then',
    'dated',
    'untested',
    'tissue awaited',
    'at a time',
    'not bare',
  ),
  stageVerdict,
  childPughVerdict,
  functionAskedVerdict,
  menopauseVerdict,
  decompensatedVerdict,
  suspectedAskedVerdict,
  causedVerdict,
  resultAskedVerdict,
  valueNamedVerdict,
  valueEverVerdict,
  valueOutVerdict,
  activeClearVerdict,
  immuneStateVerdict,
  surely(inStateVerdict, ...heldNow, 'at work'),
  oppositeVerdict,
  noEarlierVerdict,
  otherTumourVerdict,
  readWhole(historyVerdict),
  healthyVerdict,
  knownBeforeVerdict,
  weightOfAgeVerdict,
  readWhole(smokingVerdict),
  packsVerdict,
  doseAskedVerdict,
  refusesVerdict,
  willingVerdict,
  languageSpokenVerdict,
  otherStudyVerdict,
  allergyVerdict,
  readWhole(operatedVerdict),
  surgeryInTimeVerdict,
  positiveTestVerdict,
  liveVaccineVerdict,
  readWhole(qualifiedVerdict),
  definedVerdict,
  readWhole(sameKindVerdict),
  readWhole(byAlternatives),
  changedVerdict,
  readWhole(surely(naiveVerdict)),
  takesNoneVerdict,
  surely(neverHadVerdict, 'wished', 'planned', 'of then', 'never so'),
  treatedNowVerdict,
  surely(treatedInTimeVerdict, 'wished', 'planned'),
  surely(substanceVerdict, ...heldNow, 'at work'),
  readWhole(surely(treatmentVerdict, 'never so')),
  saidWithValuesVerdict,
  readWhole(definedByValueVerdict),
  plannedVerdict,
  readWhole(literalVerdict),
  surely(closelySaidVerdict, ...heldNow, 'either', 'at a time'),
  readWhole(byCover),
  readWhole(ofOneOfSeveral),
  byAbsence,
  silenceVerdict,
]

/** An exclusion of several things, of which the person surely has one. */
function byAlternatives(one: Case): Judgement | undefined {
  if (one.kind !== 'exclusion') return undefined
  const parts = [
    ...alternativesOf(one.text, one.vocabulary),
    ...examplesOf(one),
    ...meantBy(one.text),
  ]
  for (const text of parts)
    for (const rule of ofOneThing) {
      if (rule === byStatedFacts && /\d|\bwithin\b/.test(text.replace(/\btype [12]\b/gi, '')))
        continue
      const judged = rule({ ...one, text })
      if (judged?.verdict === 'not met') return judged
    }
  return undefined
}

/** A requirement of one or more of several things. */
function ofOneOfSeveral(one: Case): Judgement | undefined {
  return oneOfVerdict(one, (text) => {
    for (const rule of [byStatedFacts, smokingVerdict, historyVerdict, byCover]) {
      const judged = rule({ ...one, text })
      if (judged) return judged
    }
    return undefined
  })
}

const ofOneThing: readonly Rule[] = [
  byStatedFacts,
  literalVerdict,
  sameKindVerdict,
  datedVerdict,
  historyVerdict,
  operatedVerdict,
  qualifiedVerdict,
  treatmentVerdict,
]

/** A requirement whose diseases and other telling words are all said of the person. Rule `said@1`. */
function byCover(one: Case): Judgement | undefined {
  if (one.kind === 'exclusion') return undefined
  const cover = coverOf(one)
  return cover.isWhole ? judgementOf('met', 'all of it is said', cover.evidence) : undefined
}

/** A requirement that something be not so is judged as the exclusion that says the same. */
function byAbsence(one: Case): Judgement | undefined {
  const also = one.kind === 'inclusion' ? absenceAlsoAsked(one.text) : undefined
  const isHad = also !== undefined && judgeCriterion(also, 'exclusion', one.patient, one)
  if (isHad && isHad.verdict === 'not met') return isHad
  const absent = one.kind === 'inclusion' ? absenceAsked(one.text) : undefined
  if (absent === undefined || !namesSomething(absent, one)) return undefined
  return judgeCriterion(absent, 'exclusion', one.patient, one)
}

/** "No major illness" may be any: what is not named is not presumed absent. */
function namesSomething(text: string, { vocabulary }: Case): boolean {
  return (
    diseasesAsked(text, vocabulary).length > 0 ||
    areasAsked(text, vocabulary).size > 0 ||
    medicinesAsked(text).length > 0
  )
}
