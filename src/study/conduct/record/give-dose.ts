import type { Actor } from '../../../people/accounts/model/actor.ts'
import { can } from '../../../people/accounts/model/can.ts'
import type { PeopleBase } from '../../../people/asks/people-base.ts'
import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { DoseDecision } from '../../protocol/state/answers.ts'
import { auditConduct } from '../model/acting.ts'
import { type ConductCase, needsSecondPerson, zoneOf } from '../model/case.ts'
import type { NewFact } from '../model/facts.ts'
import { readSignatures } from '../model/signature.ts'
import { type Act, type ParticipantAsk, type Recorded, recordOf } from './change.ts'
import type { DoseProblem } from './dose-problems.ts'
import { againstDose, doseWithinAMinute } from './hold-against.ts'
import { amountsDue, type JudgedDose, judgeDose, plainDose } from './judge-dose.ts'
import { type ReadDose, readTypedDose, type TypedDose } from './typed-dose.ts'

/**
 * Records a dose that was given as the version in force derives it, or another within its range with a reason. Nothing else:
 * what is against it is answered, and nothing is changed. Throws what the records throw.
 */
export function giveDose(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  typed: TypedDose,
  now: Date,
): Promise<Recorded<DoseProblem>> {
  const act: Act<DoseProblem> = async (before, tx) => {
    if (needsSecondPerson(before, typed.regimen)) return { refused: { why: 'needsSecond' } }
    const checked = await checkDose(before, tx, chosenBy(actor, before, typed), now)
    return 'refused' in checked ? checked : [doseFact(before, checked, typed)]
  }
  return recordOf(base, actor, ask, { may: can.recordDoses, act }, now)
}

/**
 * Records a dose that was given although it should not have been: before consent, on hold, too high. An investigator says
 * why; the fact is kept as it happened, and the engine's deviations show. Throws what the records throw.
 */
export function giveAllTheSame(
  base: PeopleBase,
  actor: Actor,
  ask: ParticipantAsk,
  typed: TypedDose,
  now: Date,
): Promise<Recorded<DoseProblem>> {
  const act: Act<DoseProblem> = async (before, tx) => {
    const dose = readDose(before, typed, now)
    if ('why' in dose) return { refused: dose }
    if (typed.reason.trim() === '') return { refused: { why: 'noReason' } }
    const judged = judgeDose(before, dose, now)
    const { participant } = before
    await auditConduct(
      tx,
      { actor, now },
      {
        action: 'dose.all-the-same',
        subject: `participant/${participant.id}`,
        at: participant,
        details: { raised: judged?.raised.map(({ type }) => type.replaceAll(' ', '-')) ?? [] },
      },
    )
    const more = { allTheSame: true }
    return [doseFact(before, judged ?? { dose }, typed, more)]
  }
  return recordOf(base, actor, ask, { may: can.signAsInvestigator, act }, now)
}

/** A dose as somebody typed it, and whether they may choose how one is rounded that nobody can measure. */
export interface ChosenDose extends TypedDose {
  readonly mayRound: boolean
}

/** What somebody typed of a dose: where nobody has set how it is rounded, an investigator chooses. */
export function chosenBy(
  actor: Actor,
  { participant }: Pick<ConductCase, 'participant'>,
  typed: TypedDose,
): ChosenDose {
  return { ...typed, mayRound: can.signAsInvestigator(actor, participant) }
}

/** A typed dose that nothing is against, or what is. Changes nothing. */
export async function checkDose(
  before: ConductCase,
  db: Reader | Tx,
  typed: ChosenDose,
  now: Date,
): Promise<JudgedDose | { readonly refused: DoseProblem }> {
  const dose = readDose(before, typed, now)
  if ('why' in dose) return { refused: dose }
  const other = doseWithinAMinute(before, dose, now)
  if (other) return { refused: { why: 'twice', other } }
  const judged = judgeDose(before, dose, now)
  const signatures = await readSignatures(db, before.participant.id)
  const against = (one: JudgedDose): DoseProblem | undefined =>
    againstDose(before, one, signatures, typed, now)
  if (!judged) return { refused: notJudged(before, dose, against, now) }
  const problem = against(judged)
  return problem ? { refused: problem } : judged
}

function readDose(before: ConductCase, typed: TypedDose, now: Date) {
  const { protocol, participant } = before
  return readTypedDose(typed, { protocol, number: participant.number, zone: zoneOf(before), now })
}

/** An amount that no dose can have is not judged by the engine: what else is against it is told first, as of the dose that is due. */
function notJudged(
  before: ConductCase,
  dose: ReadDose,
  against: (judged: JudgedDose) => DoseProblem | undefined,
  now: Date,
): DoseProblem {
  const decision = before.state.nextDoses.find(({ regimen }) => regimen === dose.regimen.id)
  const [due] = decision ? amountsDue(decision) : []
  if (!decision || !due)
    return decision && decision.kind !== 'give'
      ? { why: decision.kind, decision }
      : { why: 'notJudged' }
  const asDue = judgeDose(before, { ...dose, amount: due.amount }, now)
  const problem = asDue && against({ ...asDue, dose })
  const isOfUnseen = problem?.why === 'differs' || problem?.why === 'conversion'
  return problem && !isOfUnseen ? problem : { why: 'notPlausible', amount: dose.amount }
}

/** A dose as it is recorded: with what was shown for it and by which version and rules, to be checked by hand. */
export function doseFact(
  { state }: ConductCase,
  { dose, shown }: Pick<JudgedDose, 'dose'> & { readonly shown?: DoseDecision },
  { reason, lot, route }: Pick<TypedDose, 'reason' | 'lot' | 'route'>,
  more: NonNullable<NewFact['details']> = {},
): NewFact {
  const { volume, regimen } = dose
  const said = { lot: lot.trim(), route: route.trim() }
  const why = reason.trim()
  return {
    ...plainDose(dose),
    ...(why !== '' && { reason: why }),
    details: {
      version: state.version.version,
      regimen: regimen.id,
      ...(shown && shownDetails(shown)),
      ...(volume && { volume: `${volume.value} ${volume.unit}` }),
      ...(said.lot !== '' && { lot: said.lot }),
      ...(said.route !== '' && { route: said.route }),
      ...more,
    },
  }
}

/** What was shown for a dose, as codes and digits. */
function shownDetails(shown: DoseDecision): NonNullable<NewFact['details']> {
  const amounts = amountsDue(shown)
  const rules = shown.rules.map(({ rule, did }) => `${rule}=${did}`)
  return {
    decision: shown.kind,
    number: String(shown.number),
    ...(shown.day !== undefined && { day: shown.day }),
    ...(shown.level !== undefined && { level: shown.level }),
    derived: amounts.map(({ amount }) => `${amount.value} ${amount.unit}`).join(' / '),
    arithmetic: amounts.map(({ arithmetic }) => arithmetic).join(' / '),
    rules: rules.join(' '),
  }
}
