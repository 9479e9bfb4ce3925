import type { FactProblem } from '../../../../study/conduct/record/typed-fact.ts'
import { momentText, quantityInWords } from '../../../../study/in-words/values.ts'
import { namedText, titleOf } from '../../../../study/in-words/telling.ts'
import type { ParticipantView } from '../parts/participant-view.ts'
import type { TypedForm } from './typed-form.ts'

/** Something that is wrong, in words, at its field. */
export interface SheetFault {
  readonly field: string
  readonly text: string
  readonly problem: FactProblem
}

/** What is wrong with a form, each once, with the name of the item where several are on the page. */
export function fieldProblems(
  view: ParticipantView,
  form: TypedForm,
  problems: readonly FactProblem[],
): readonly SheetFault[] {
  const found = problems.map((problem) => {
    const field = fieldOf(problem, form)
    const isShared = ['day', 'time', 'offset', 'reason'].includes(field)
    const said = sentence(view, problem)
    const name = problem.item === undefined ? '' : titleOf(view.telling, problem.item)
    const text =
      isShared || form.items.length < 2 || name === '' ? said : namedText(view.telling, name, said)
    return { field, text, problem }
  })
  return found.filter(
    (one, at) =>
      found.findIndex(({ field, text }) => field === one.field && text === one.text) === at,
  )
}

function sentence(
  { page, telling, of }: ParticipantView,
  { code, given, item }: FactProblem,
): string {
  const say = page.words.record.problems[code]
  if (code === 'farFromLast') {
    const [value = '', unit = '1'] = (given ?? '').split(' ')
    return say(quantityInWords(telling, { value, unit }))
  }
  if (code !== 'notPlausible') return say(given === undefined ? '' : momentText(telling, given))
  const unit = of.protocol.items.find(({ id }) => id === item)?.unit ?? '1'
  const [from = '', to = ''] = (given ?? '').split(' ')
  const [low, high] = [from, to].map((value) => quantityInWords(telling, { value, unit }))
  return say(`${low} – ${high}`)
}

const shared: Readonly<Record<'moment' | 'offset', readonly [string, string]>> = {
  moment: ['d', 'day'],
  offset: ['o', 'offset'],
}
const ofTime = new Set(['notATime', 'noSuchTime', 'skipped'])

/** The id of the field where a problem is: the item's own, or the one for all items. */
function fieldOf(
  { code, part, detail = '', item = '' }: FactProblem,
  { fields, items }: TypedForm,
): string {
  const known = items.find(({ id }) => id === item)
  switch (part) {
    case 'form':
      return items[0] ? `v-${items[0].id}` : 'main'
    case 'reason':
      return 'reason'
    case 'value':
      return `v-${item}`
    case 'unit':
      return `u-${item}`
    case 'detail':
      return `k-${detail}-${item}`
    case 'whyNot':
      return `w-${item}`
    case 'sure':
      return `y-${item}`
    case 'moment':
    case 'offset': {
      const hasOwn =
        known?.type === 'event' ||
        [`d-${item}`, `t-${item}`].some((name) => (fields.get(name) ?? '') !== '')
      const [own, all] = shared[part]
      if (part === 'moment' && ofTime.has(code)) return hasOwn ? `t-${item}` : 'time'
      return hasOwn ? `${own}-${item}` : all
    }
  }
}
