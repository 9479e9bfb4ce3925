import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRegistrySearch } from './registry-search.ts'

function read(query: string): readonly [ours: string, left: readonly string[]] | undefined {
  const search = readRegistrySearch(new URLSearchParams(query))
  return search && [decodeURIComponent(search.params.toString()), search.left]
}

test('an address of the registry’s search page becomes one of ours, as far as we can ask it', () => {
  for (const [theirs, ours, left] of [
    [
      'cond=Kawasaki+Disease&aggFilters=status:rec+not',
      'cond=Kawasaki+Disease&status=RECRUITING&status=NOT_YET_RECRUITING',
      [],
    ],
    ['cond=asthma&term=child&locn=Paris&viewType=Table&rank=3', 'cond=asthma&q=child+Paris', []],
    ['titles=heart&spons=Pfizer&lead=Merck', 'title=heart&spons=Pfizer+Merck', []],
    [
      'cond=x&locStr=Paris,+France&city=Paris&country=France&distance=50',
      'cond=x&near=Paris,+France&within=50mi',
      [],
    ],
    [
      'cond=x&city=Lyon&country=France&distance=20&distanceUnit=km',
      'cond=x&near=Lyon,+France&within=20km',
      [],
    ],
    ['cond=x&locStr=France&country=France&distance=50', 'cond=x&country=France', []],
    ['lat=48.8&lng=2.3', 'near=48.8,2.3', []],
    [
      'aggFilters=phase:2+3,studyType:int,sex:f,healthy:y,results:with',
      'phase=PHASE2&phase=PHASE3&type=INTERVENTIONAL&sex=female&healthy=yes&results=with',
      [],
    ],
    [
      'aggFilters=funderType:nih+other',
      'class=NIH&class=OTHER_GOV&class=NETWORK&class=INDIV&class=OTHER&class=AMBIG&class=UNKNOWN',
      [],
    ],
    [
      'aggFilters=docs:prot,ages:child,violation:y,constructor:x',
      '',
      ['docs:prot', 'ages:child', 'violation:y', 'constructor:x'],
    ],
    ['cond=x&term=AREA[Phase]PHASE3', 'cond=x', ['AREA[Phase]PHASE3']],
    ['term=x&sort=LastUpdatePostDate&page=2&limit=500', 'q=x&sort=updated&page=2&size=100', []],
    [
      'term=x&sort=EnrollmentCount:desc&ageRange=3M_17y&start=2020-01-01_',
      'q=x',
      ['sort=EnrollmentCount:desc', 'ageRange=3M_17y', 'start=2020-01-01_'],
    ],
    ['aggFilters=rec', '', ['aggFilters=rec']],
  ] as const)
    assert.deepEqual(read(theirs), [ours, left], theirs)
})

test('an address of the registry’s former page becomes one of ours in the same way', () => {
  for (const [theirs, ours, left] of [
    [
      'cond=asthma&term=child&cntry=FR&city=Lyon&dist=50&recrs=ab&Search=Apply',
      'cond=asthma&q=child&near=Lyon,+France&within=50mi&status=RECRUITING&status=NOT_YET_RECRUITING',
      [],
    ],
    ['cntry=EU:FR&recrs=e', 'country=France&status=COMPLETED', []],
    [
      'recrs=dfghim&type=Intr&rslt=With&gndr=Female&phase=4015&age_v=7&hlth=Y',
      'age=7&status=ACTIVE_NOT_RECRUITING&status=ENROLLING_BY_INVITATION&status=SUSPENDED&status=TERMINATED&status=WITHDRAWN&status=UNKNOWN&type=INTERVENTIONAL&results=with&sex=female&phase=EARLY_PHASE1&phase=PHASE1&phase=PHASE2&phase=NA&healthy=yes',
      [],
    ],
    [
      'recr=Open&fund=02',
      'status=RECRUITING&status=NOT_YET_RECRUITING&class=NIH&class=INDUSTRY',
      [],
    ],
    [
      'cond=x&recrs=aZ,&age=0&strd_s=01/01/2020&cntry=US&state=US:CA&recr=Closed',
      'cond=x&country=United+States&status=RECRUITING',
      ['status:Z', 'status:?', 'ages:child', 'state:US:CA', 'recr:Closed', 'start=01/01/2020'],
    ],
  ] as const)
    assert.deepEqual(read(theirs), [ours, left], theirs)
})

test('an address of our own stays as it is', () => {
  for (const query of [
    '',
    'cond=asthma',
    'q=asthma&near=Paris&within=50km&status=RECRUITING&page=2&sort=updated',
    '__proto__=x',
  ])
    assert.equal(read(query), undefined, query)
})
