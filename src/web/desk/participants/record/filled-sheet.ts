import { bodySitesOf } from '../../../../study/conduct/record/form-items.ts'
import type { ProtocolItem } from '../../../../study/protocol/document/protocol.ts'
import { dayReadAs } from '../parts/day-read-as.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { SheetFault } from './problem-text.ts'
import type { TypedForm } from './typed-form.ts'

/** A form with what was typed into it, and what is wrong with it. */
export interface FilledSheet {
  readonly view: ParticipantView
  readonly form: TypedForm
  readonly problems: readonly SheetFault[]
}

/** What was typed into one field; what stands there where nothing was. */
export function typedIn(filled: FilledSheet, name: string, otherwise = ''): string {
  return readAs(filled, name) ?? filled.form.fields.get(name) ?? otherwise
}

/** The day of the whole form, as it was typed. */
export function typedDay(filled: FilledSheet): string {
  return readAs(filled, 'day') ?? filled.form.at.day
}

/** A day as we read it, in the place of what was typed: who sends it again says that it is so. */
function readAs({ view, problems }: FilledSheet, name: string): string | undefined {
  const asked = problems.find(({ field }) => field === name)?.problem
  return asked && dayReadAs(view.page, asked)
}

/** What is wrong with a field. */
export function faultAt({ problems }: FilledSheet, field: string): string | undefined {
  return problems.find((one) => one.field === field)?.text
}

/** Whether something was typed into, or is wrong with, one of these parts of an item. */
export function isUsed(filled: FilledSheet, item: ProtocolItem, parts: readonly string[]): boolean {
  return parts.some((part) => {
    const name = `${part}-${item.id}`
    return typedIn(filled, name) !== '' || faultAt(filled, name) !== undefined
  })
}

/** The places on the body of which one is chosen; what tells by whom or by which model is none of them. */
export function sitesFor({ form }: FilledSheet, item: ProtocolItem): readonly string[] {
  const asked = form.details.get(item.id) ?? []
  return bodySitesOf(
    item,
    asked.flatMap(({ name, choices }) => [name, ...choices]),
  )
}
