import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeskPlace, Role, RoleName } from './actor.ts'
import { can, reach } from './can.ts'

const study = 'NCT02390596'
const other = 'NCT00000001'

/** Every role, everywhere it can be held and where it cannot. */
const names: readonly RoleName[] = [
  'coordinator',
  'investigator',
  'manager',
  'pharmacist',
  'monitor',
  'statistician',
  'operator',
  'auditor',
]
const scopes: readonly Omit<Role, 'role'>[] = [
  { study, site: 'here' },
  { study, site: null },
  { study, site: 'there' },
  { study: other, site: 'here' },
  { study: other, site: null },
  { study: null, site: null },
]
const at: readonly DeskPlace[] = [
  { study, site: 'here' },
  { study, site: null },
]

const atPlaces = [
  'readEnquiries',
  'answer',
  'assign',
  'manageSite',
  'seePeople',
  'readParticipants',
  'readIdentities',
  'recordFacts',
  'recordDoses',
  'signAsInvestigator',
  'openQueries',
  'answerQueries',
  'checkSources',
  'classDeviations',
  'judgeSafety',
  'readData',
  'readStudyTrail',
  'seeAllocation',
  'openInEmergency',
] as const
const anywhere = ['decideClaims', 'manageAccounts', 'operate', 'readTrail'] as const

/** What each role may, by where it is held: at the site, or in the whole study, for the site and for the study as a whole. */
const allowed: Readonly<Record<RoleName, readonly string[]>> = {
  coordinator: [
    'readEnquiries',
    'answer',
    'seePeople',
    'readParticipants',
    'readIdentities',
    'recordFacts',
    'recordDoses',
    'answerQueries',
  ],
  investigator: [
    'readEnquiries',
    'answer',
    'seePeople',
    'readParticipants',
    'readIdentities',
    'recordFacts',
    'recordDoses',
    'signAsInvestigator',
    'answerQueries',
    'openInEmergency',
  ],
  manager: [
    'readEnquiries',
    'answer',
    'assign',
    'manageSite',
    'seePeople',
    'readParticipants',
    'openQueries',
    'classDeviations',
    'judgeSafety',
    'readData',
    'readStudyTrail',
  ],
  pharmacist: ['readParticipants', 'recordDoses', 'seeAllocation'],
  monitor: [
    'readParticipants',
    'openQueries',
    'checkSources',
    'classDeviations',
    'readData',
    'readStudyTrail',
  ],
  statistician: ['readData'],
  operator: ['decideClaims', 'manageAccounts', 'operate'],
  auditor: ['readTrail', 'readParticipants', 'readData', 'readStudyTrail'],
}

test('each role may what is said of it where it is held, and nothing anywhere else', () => {
  let checked = 0
  for (const role of names)
    for (const scope of scopes) {
      const actor = { roles: [{ role, ...scope }] }
      for (const place of at)
        for (const act of atPlaces) {
          const isHeldThere =
            scope.study === study && (scope.site === null || scope.site === place.site)
          const expected = isHeldThere && allowed[role].includes(act)
          assert.equal(can[act](actor, place), expected, `${role} ${act} ${JSON.stringify(scope)}`)
          checked++
        }
      for (const act of anywhere) {
        const expected = scope.study === null && allowed[role].includes(act)
        assert.equal(can[act](actor), expected, `${role} ${act} ${JSON.stringify(scope)}`)
        checked++
      }
    }
  assert.equal(checked, names.length * scopes.length * (2 * atPlaces.length + anywhere.length))
})

test('a manager gives and takes every role within the own study or site, its team calls colleagues in, only an investigator another investigator, an operator has those of the installation', () => {
  for (const role of names)
    for (const scope of scopes)
      for (const given of names)
        for (const to of scopes) {
          const actor = { roles: [{ role, ...scope }] }
          const isOfStudy = given !== 'operator' && to.study !== null
          const isWithin =
            scope.study !== null &&
            scope.study === to.study &&
            (scope.site === null || scope.site === to.site)
          const isOperator = role === 'operator' && scope.study === null
          const byManager = role === 'manager'
          const isColleague =
            (given === 'coordinator' && (role === 'coordinator' || role === 'investigator')) ||
            (given === 'investigator' && role === 'investigator')
          const isOfHouse = given === 'operator' || given === 'auditor'
          const gives = isOfStudy
            ? isWithin && (byManager || isColleague)
            : isOfHouse && to.study === null && to.site === null && isOperator
          const takes = isOperator || (isWithin && role === 'manager')
          const said = JSON.stringify([role, scope, given, to])
          assert.equal(can.giveRole(actor, { role: given, ...to }), gives, said)
          assert.equal(can.endRole(actor, { role: given, ...to }), takes, said)
        }
})

test('only a manager of a whole study runs it', () => {
  for (const role of names)
    for (const scope of scopes) {
      const may = can.runStudy({ roles: [{ role, ...scope }] }, study)
      assert.equal(may, role === 'manager' && scope.study === study && scope.site === null)
    }
})

test('who holds nothing may nothing, and several roles may what each of them may', () => {
  const place = { study, site: 'here' }
  for (const act of atPlaces) assert.equal(can[act]({ roles: [] }, place), false)
  for (const act of anywhere) assert.equal(can[act]({ roles: [] }), false)
  const both = {
    roles: [
      { role: 'operator', study: null, site: null },
      { role: 'coordinator', study, site: 'here' },
    ],
  } as const
  assert.ok(can.operate(both) && can.answer(both, place))
  assert.equal(can.assign(both, place), false)
})

test('what an actor reaches is each study and site once, the wider of two that overlap', () => {
  const role = (name: RoleName, of: string | null, site: string | null): Role => ({
    role: name,
    study: of,
    site,
  })
  assert.deepEqual(reach({ roles: [role('operator', null, null)] }), [])
  assert.deepEqual(
    reach({
      roles: [
        role('coordinator', study, 'here'),
        role('manager', study, null),
        role('investigator', study, null),
        role('coordinator', other, 'there'),
        role('manager', other, 'there'),
      ],
    }),
    [
      { study, site: null },
      { study: other, site: 'there' },
    ],
  )
})
