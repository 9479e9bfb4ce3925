import type { ConductCase } from '../../../../study/conduct/model/case.ts'
import type { ParticipantAsk } from '../../../../study/conduct/record/change.ts'
import type { DoseProblem } from '../../../../study/conduct/record/dose-problems.ts'
import type { TypedDose } from '../../../../study/conduct/record/typed-dose.ts'

/** The form of a dose as it is shown: empty, or with what was typed and what is wrong with it. */
export interface DoseSheet {
  readonly typed: TypedDose
  readonly formKey: string
  readonly problem?: DoseProblem
  /** Somebody else recorded something meanwhile. */
  readonly isChanged?: true
}

/** An empty form for one regimen. */
export function emptySheet(formKey: string, regimen: string, unit: string): DoseSheet {
  const typed = { amount: '', number: '', reason: '', lot: '', route: '', seenVolume: '' }
  return { formKey, typed: { ...typed, regimen, unit, given: 'now' } }
}

/** A dose as its form was sent. */
export function typedDoseOf(form: URLSearchParams): TypedDose {
  const field = (name: string): string => (form.get(name) ?? '').trim()
  return {
    regimen: field('regimen'),
    amount: field('amount'),
    unit: field('unit'),
    given:
      field('when') === 'at'
        ? { day: field('day'), time: field('time'), offset: field('offset') }
        : 'now',
    number: field('number'),
    reason: field('reason'),
    lot: field('lot'),
    route: field('route'),
    seenVolume: field('seenVolume'),
  }
}

/** Which participant a form is of, its key, and how much was known when it was shown. */
export function doseAskOf(
  form: URLSearchParams,
  { participant }: ConductCase,
  newId: () => string,
): ParticipantAsk {
  const seen = form.get('seen') ?? ''
  const formKey = (form.get('form') ?? '').slice(0, 100)
  return {
    id: participant.id,
    // One that came without a key is sent once.
    formKey: formKey === '' ? newId() : formKey,
    seen: /^\d{1,9}$/.test(seen) ? Number(seen) : -1,
  }
}
