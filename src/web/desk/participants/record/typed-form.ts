import { type AskedDetail, askedDetails } from '../../../../study/conduct/record/asked-details.ts'
import { type FactForm, formOfItem } from '../../../../study/conduct/record/form-items.ts'
import type { TypedFact, TypedMoment } from '../../../../study/conduct/record/typed-fact.ts'
import type { ConductCase } from '../../../../study/conduct/model/case.ts'
import type { ProtocolItem } from '../../../../study/protocol/document/protocol.ts'

/** What a form of items asks, and what was typed into it. */
export interface TypedForm {
  /** Of the form: what is sent twice is recorded once. */
  readonly formKey: string
  /** How many facts there were when it was made. */
  readonly seen: number
  /** As the version names it; with `#2` the second of a visit that comes again. */
  readonly visit?: string
  readonly items: readonly ProtocolItem[]
  /** What else the protocol asks of an item, by its id. */
  readonly details: ReadonlyMap<string, readonly AskedDetail[]>
  /** When all of it was, but for what has a time of its own. */
  readonly at: TypedMoment
  readonly fields: URLSearchParams
}

/** What a form is asked for: some items, or a visit with all of its items. */
export interface FormAsk {
  readonly visit?: string
  readonly items: readonly ProtocolItem[]
  /** Items of the visit that have a form of their own. */
  readonly others: readonly { readonly item: ProtocolItem; readonly form: FactForm }[]
}

/** The items that an address or a sent form names; undefined where it names none that is known. */
export function readFormAsk(
  { protocol }: Pick<ConductCase, 'protocol'>,
  query: URLSearchParams,
): FormAsk | undefined {
  const visit = query.get('visit') ?? undefined
  const planned = protocol.visits.find(({ id }) => id === visit?.replace(/#\d+$/, ''))
  const named = visit === undefined ? query.getAll('item') : (planned?.items ?? [])
  const asked = protocol.items.filter(({ id }) => named.includes(id))
  const forms = asked.map((item) => ({ item, form: formOfItem(protocol, item) }))
  if (forms.length === 0) return undefined
  return {
    ...(planned && visit !== undefined && { visit }),
    items: forms.filter(({ form }) => form === 'record').map(({ item }) => item),
    others: forms.filter(({ form }) => form !== 'record'),
  }
}

/** A form as it was sent. A key that none of our forms has is of no form: then it is undefined. */
export function readTypedForm(
  of: Pick<ConductCase, 'protocol'>,
  form: URLSearchParams,
  ask: FormAsk,
): TypedForm | undefined {
  const formKey = form.get('form') ?? ''
  const seen = form.get('seen') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(formKey) || !/^\d{1,6}$/.test(seen)) return undefined
  return {
    formKey,
    seen: Number(seen),
    ...(ask.visit !== undefined && { visit: ask.visit }),
    items: ask.items,
    details: detailsOf(of, ask.items),
    at: momentOf(form, { day: 'day', time: 'time', offset: 'offset' }),
    fields: form,
  }
}

/** What else the protocol asks of items: by whom, by which model. */
export function detailsOf(
  { protocol }: Pick<ConductCase, 'protocol'>,
  items: readonly ProtocolItem[],
): TypedForm['details'] {
  return new Map(items.map(({ id }) => [id, askedDetails(protocol, id)]))
}

/** What was typed of those items that something was typed of. */
export function typedFactsOf(form: TypedForm): readonly TypedFact[] {
  return form.items.map((item) => typedFactOf(form, item)).filter(isFilled)
}

/** What was typed of one item, by the names of its fields; an event has a time of its own alone. */
export function typedFactOf(form: TypedForm, item: ProtocolItem): TypedFact {
  const { fields, at, details } = form
  const text = (part: string): string => (fields.get(`${part}-${item.id}`) ?? '').trim()
  const own = momentOf(fields, {
    day: `d-${item.id}`,
    time: `t-${item.id}`,
    offset: `o-${item.id}`,
  })
  const hasOwn = own.day !== '' || own.time !== '' || item.type === 'event'
  return {
    item: item.id,
    value: valueOf(text, item, own),
    unit: text('u'),
    site: text('s'),
    method: text('m'),
    at: hasOwn ? { ...own, day: own.day || (item.type === 'event' ? '' : at.day) } : at,
    details: Object.fromEntries(
      (details.get(item.id) ?? []).map(({ name }) => [name, text(`k-${name}`)]),
    ),
    isNotDone: text('n') !== '' || text('w') !== '',
    whyNot: text('w'),
    sureOf: text('y'),
  }
}

/** What has happened is said by its tick, its words or its time. */
function valueOf(text: (part: string) => string, { type }: ProtocolItem, own: TypedMoment): string {
  if (text('z') !== '') return 'none'
  const value = text('v').replace(/\r\n?/g, '\n')
  if (type !== 'event' || value !== '') return value
  return text('x') !== '' || own.day !== '' || own.time !== '' ? 'yes' : ''
}

function isFilled({ value, isNotDone }: TypedFact): boolean {
  return value !== '' || isNotDone
}

function momentOf(fields: URLSearchParams, names: Readonly<Record<keyof TypedMoment, string>>) {
  const text = (name: string): string => (fields.get(name) ?? '').trim()
  return { day: text(names.day), time: text(names.time), offset: text(names.offset) }
}
