import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enums } from './enums.ts'
import {
  freshnessOf,
  isDoubtful,
  isOpen,
  lastDayOf,
  mayBeAsked,
  mayReopen,
  type ShownState,
  shownState,
  siteStatus,
  type Standing,
  standingOf,
  statusesOf,
  takesNobody,
} from './status.ts'

const today = '2026-11-23'

test('each status of the registry has the standing that a person who wants to join must know', () => {
  const standings: Readonly<Record<string, Standing>> = {
    RECRUITING: 'open',
    AVAILABLE: 'open',
    NOT_YET_RECRUITING: 'opening',
    ENROLLING_BY_INVITATION: 'invitation',
    SUSPENDED: 'paused',
    TEMPORARILY_NOT_AVAILABLE: 'paused',
    ACTIVE_NOT_RECRUITING: 'over',
    COMPLETED: 'over',
    TERMINATED: 'over',
    WITHDRAWN: 'over',
    NO_LONGER_AVAILABLE: 'over',
    APPROVED_FOR_MARKETING: 'over',
    WITHHELD: 'unknown',
    UNKNOWN: 'unknown',
  }
  assert.deepEqual(new Set(Object.keys(standings)), enums.Status)
  for (const [status, standing] of Object.entries(standings))
    assert.equal(standingOf(status), standing, status)
})

test('no status, and a value that we do not know, are unknown: neither open nor over', () => {
  for (const status of [undefined, '', 'SOMETHING_NEW', 'recruiting', 'constructor'])
    assert.equal(standingOf(status), 'unknown', String(status))
})

test('only who recruits or offers a treatment is open; by invitation and not yet are not', () => {
  assert.deepEqual(new Set(statusesOf('open')), new Set(['RECRUITING', 'AVAILABLE']))
  assert.deepEqual(statusesOf('opening'), ['NOT_YET_RECRUITING'])
  assert.deepEqual([...enums.Status].filter(isOpen), statusesOf('open'))
})

test('a team may be asked where it is open, opening or unknown, and takes nobody where it is over or paused', () => {
  for (const status of enums.Status) {
    const standing = standingOf(status)
    assert.equal(mayBeAsked(status), ['open', 'opening', 'unknown'].includes(standing), status)
    assert.equal(takesNobody(status), ['over', 'paused'].includes(standing), status)
  }
})

test('what is paused, or full but running, may open again', () => {
  const again = ['ACTIVE_NOT_RECRUITING', 'SUSPENDED', 'TEMPORARILY_NOT_AVAILABLE']
  assert.deepEqual([...enums.Status].filter(mayReopen).toSorted(), again)
})

test('a site’s own status counts before the study’s', () => {
  const study = { overallStatus: 'NOT_YET_RECRUITING' }
  assert.equal(siteStatus({ status: 'RECRUITING' }, study), 'RECRUITING')
  assert.equal(siteStatus({}, study), 'NOT_YET_RECRUITING')
  assert.equal(siteStatus({}, undefined), undefined)
})

test('a month counts to its last day', () => {
  assert.equal(lastDayOf('2024-02'), '2024-02-29')
  assert.equal(lastDayOf('2024'), '2024-12-31')
})

test('a study that says it is open is stale two years after the last day it may have been checked', () => {
  const at = (verified: string): string =>
    freshnessOf({ overallStatus: 'RECRUITING', statusVerifiedDate: verified }, today)
  assert.equal(at('2024-11-23'), 'stale')
  assert.equal(at('2024-11-24'), 'current')
  assert.equal(at('2024-11'), 'current')
  assert.equal(at('2024-10'), 'stale')
  assert.equal(at('nonsense'), 'unchecked')
})

test('only a claim to take people now or soon can be doubtful', () => {
  for (const overallStatus of enums.Status) {
    const claims = ['open', 'opening', 'invitation'].includes(standingOf(overallStatus))
    const old = { overallStatus, statusVerifiedDate: '2001-01' }
    assert.equal(isDoubtful(old, today), claims, overallStatus)
    assert.equal(isDoubtful({ overallStatus }, today), claims, overallStatus)
    assert.equal(isDoubtful({ ...old, statusVerifiedDate: '2026-10' }, today), false, overallStatus)
  }
})

test('a study is shown in the same state everywhere, and what claims to be open without proof is in doubt', () => {
  const confirmed = { statusVerifiedDate: '2026-06' }
  const longAgo = { statusVerifiedDate: '2019-04' }
  const states: Readonly<Record<string, ShownState>> = {
    RECRUITING: 'open',
    AVAILABLE: 'open',
    NOT_YET_RECRUITING: 'soon',
    ENROLLING_BY_INVITATION: 'invitation',
    SUSPENDED: 'paused',
    TEMPORARILY_NOT_AVAILABLE: 'paused',
    ACTIVE_NOT_RECRUITING: 'full',
    COMPLETED: 'finished',
    NO_LONGER_AVAILABLE: 'finished',
    APPROVED_FOR_MARKETING: 'finished',
    TERMINATED: 'stopped',
    WITHDRAWN: 'stopped',
    WITHHELD: 'unknown',
    UNKNOWN: 'unknown',
    SOMETHING_NEW: 'unknown',
  }
  for (const [overallStatus, state] of Object.entries(states)) {
    assert.equal(shownState({ overallStatus, ...confirmed }, today), state, overallStatus)
    const doubted = state === 'open' || state === 'soon' ? 'doubt' : state
    assert.equal(shownState({ overallStatus, ...longAgo }, today), doubted, overallStatus)
    assert.equal(shownState({ overallStatus }, today), doubted, overallStatus)
  }
  assert.equal(shownState(undefined, today), 'unknown')
})
