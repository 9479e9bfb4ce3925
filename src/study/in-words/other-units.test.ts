import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf } from '../../testing/example-nodes.ts'
import {
  factOf,
  latest,
  madeNode,
  onDay,
  smallItems,
  smallProtocol,
  smallState,
} from '../../testing/small-protocol.ts'
import { judgedLines } from './grounds.ts'
import { askedText, setAsideText } from './questions.ts'
import { tellingOf } from './telling.ts'

// A protocol asks for kidney function for a body of 1.73 m2; a laboratory reports millilitres a minute.

const unit = 'mL/min/{1.73_m2}'
const weak = latest('egfr', '<', '50', unit)
const items = [
  ...smallItems,
  itemOf('egfr', 'Kidney function', 'Fonction du rein', 'quantity', { unit }),
]
const protocol = smallProtocol(
  {
    changes: [],
    start: [
      { ...madeNode('weak'), level: 'L2', when: weak },
      { ...madeNode('usual'), level: 'L4' },
    ],
  },
  { items },
)
const measured = (own: string) => factOf('egfr', '55', onDay(0), { unit: own })

test('a value whose unit measures something else is told as that, asked for in the other unit, and holds the dose', () => {
  const found = smallState(protocol, [measured('mL/min')], onDay(1))
  const [next] = found.nextDoses
  assert.deepEqual([next?.kind, next?.because], ['hold', [{ type: 'rule unknown', node: 'weak' }]])
  const rule = next?.rules.find((one) => one.rule === 'weak')
  const question = found.questions.find(({ given }) => given?.['item'] === 'egfr')
  const [aside] = found.setAside
  assert.ok(rule && question && aside)
  const english = tellingOf(protocol, 'en')
  const said =
    'Kidney function: its unit measures something else than mL/min/1.73 m2, so it is not used'
  assert.deepEqual(judgedLines(english, rule), [said])
  assert.equal(setAsideText(english, aside), said)
  assert.equal(askedText(english, question), `${said}. What is the value in that unit?`)
  const french = tellingOf(protocol, 'fr')
  const dit =
    'Fonction du rein : son unité mesure autre chose que mL/min/1.73 m2, la valeur n’est donc pas utilisée'
  assert.deepEqual(judgedLines(french, rule).map(plain), [dit])
  assert.equal(
    plain(askedText(french, question)),
    `${dit}. Quelle est la valeur dans cette unité ?`,
  )
})

test('in the unit of the protocol it decides, and what is no number is told as such', () => {
  const next = (...facts: Parameters<typeof smallState>[1]) =>
    smallState(protocol, facts, onDay(1)).nextDoses[0]
  assert.deepEqual(next(measured(unit))?.level, 'L4')
  const told = (value: string | null) =>
    next({ ...measured(unit), value })?.rules.flatMap((rule) =>
      judgedLines(tellingOf(protocol, 'en'), rule),
    )
  assert.match(told('about fifty')?.[0] ?? '', /^Kidney function: what was recorded does not tell/)
  assert.match(told(null)?.[0] ?? '', /^Kidney function: not recorded/)
})

test('what two limits of one value miss is told once', () => {
  const missing = [
    { item: 'egfr', why: 'not recorded' },
    { item: 'egfr', why: 'not recorded' },
  ] as const
  const judged = { verdict: 'unknown', grounds: [], missing, asks: [] } as const
  assert.deepEqual(judgedLines(tellingOf(protocol, 'en'), judged), [
    'Kidney function: not recorded',
  ])
})

function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ')
}
