import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Selection, Where } from '../../../finder/catalogue/model/where.ts'
import { fc } from '../../../testing/properties.ts'
import { workedMs } from '../../../testing/worked-ms.ts'
import { noSuchColumn, noSuchField } from './fields.ts'
import {
  nextPageToken,
  readStudiesRequest,
  staleFault,
  type StudiesRequest,
} from './studies-request.ts'

function read(query: string) {
  return readStudiesRequest(new URL(`http://localhost/api/v2/studies?${query}`))
}

function asked(query: string): StudiesRequest {
  const request = read(query)
  assert.ok(request.kind === 'studies', request.kind === 'fault' ? `${query}: ${request.text}` : '')
  return request
}

function selection(query: string): Selection {
  return asked(query).selection
}

function faultOf(query: string): string {
  const request = read(query)
  assert.ok(request.kind === 'fault', query)
  assert.equal(request.status, 400)
  return request.text
}

const value = (piece: string, ...values: string[]): Where => ({ kind: 'value', piece, values })

test('nothing asked is all studies, ten at a time, the newest first', () => {
  for (const query of [
    '',
    '&&',
    'query.cond=',
    'query.cond=+&filter.ids=%20&fields=&sort=',
    'format=json',
  ])
    assert.deepEqual(asked(query), {
      kind: 'studies',
      selection: { sort: [], limit: 10, isCounted: false, mostRead: 1010 },
      format: 'json',
      markup: 'markdown',
      fieldNames: [],
      queried: [],
    })
})

test('each query looks in the fields of its area, and all are joined', () => {
  for (const [query, first, count] of [
    ['query.cond=asthma', 'Condition', 7],
    ['query.term=asthma', 'NCTId', 57],
    ['query.locn=Paris', 'LocationCity', 5],
    ['query.titles=asthma', 'Acronym', 3],
    ['query.intr=aspirin', 'InterventionName', 12],
    ['query.outc=pain', 'PrimaryOutcomeMeasure', 9],
    ['query.spons=Pfizer', 'LeadSponsorName', 3],
    ['query.lead=Pfizer', 'LeadSponsorName', 1],
    ['query.id=2014-001', 'NCTId', 5],
    ['query.patient=asthma', 'Acronym', 47],
  ] as const) {
    const { where, sort } = selection(query)
    assert.ok(where?.kind === 'words', query)
    assert.equal(where.fields[0]?.piece, first)
    assert.equal(where.fields.length, count, query)
    assert.deepEqual(sort, [{ piece: '@relevance', direction: 'desc' }])
  }
  const both = selection('query.cond=asthma&query.locn=Paris,+France&query.cond=child').where
  assert.ok(both?.kind === 'all')
  assert.deepEqual(
    both.parts.map((part) => part.kind === 'words' && part.text),
    ['asthma', 'child', 'Paris', 'France'],
  )
})

test('filters leave out and rank nothing, and both kinds do the same', () => {
  for (const kind of ['filter', 'postFilter']) {
    const status = value('OverallStatus', 'RECRUITING', 'COMPLETED')
    for (const query of [
      `${kind}.overallStatus=RECRUITING,COMPLETED`,
      `${kind}.overallStatus=RECRUITING%7CCOMPLETED`,
      `${kind}.overallStatus=RECRUITING&${kind}.overallStatus=COMPLETED`,
      `${kind}.overallStatus=recruiting,+Completed,`,
    ])
      assert.deepEqual(selection(query), {
        filter: status,
        sort: [],
        limit: 10,
        isCounted: false,
        mostRead: 1010,
      })
    assert.deepEqual(selection(`${kind}.ids=nct2390596,NCT00000102|NCT02390596`).filter, {
      kind: 'ids',
      ids: ['NCT02390596', 'NCT00000102'],
    })
    assert.deepEqual(selection(`${kind}.advanced=AREA[StartDate]2022`).filter, {
      kind: 'range',
      piece: 'StartDate',
      from: '2022',
      to: '2022',
    })
    assert.deepEqual(selection(`${kind}.geo=distance(39.0035707,-77.1013313,50mi)`).filter, {
      kind: 'near',
      latitude: 39.0035707,
      longitude: -77.1013313,
      metres: 80_467.2,
    })
  }
  assert.deepEqual(selection('filter.geo=distance(-1,2,50)').filter, {
    kind: 'near',
    latitude: -1,
    longitude: 2,
    metres: 50,
  })
  assert.deepEqual(
    selection('filter.advanced=AREA[Phase]PHASE3&filter.overallStatus=RECRUITING').filter,
    { kind: 'all', parts: [value('OverallStatus', 'RECRUITING'), value('Phase', 'PHASE3')] },
  )
})

test('filters of the registry’s pages: any key of one, and all of them', () => {
  const type = (name: string, flag: string): Where => ({
    kind: 'all',
    parts: [value('StudyType', name), value(flag, 'true')],
  })
  const funded = (...classes: string[]): Where => ({
    kind: 'any',
    parts: [value('LeadSponsorClass', ...classes), value('CollaboratorClass', ...classes)],
  })
  for (const [filter, wanted] of [
    ['status:rec%20not', value('OverallStatus', 'RECRUITING', 'NOT_YET_RECRUITING')],
    ['status:act', value('OverallStatus', 'ACTIVE_NOT_RECRUITING')],
    ['status:com', value('OverallStatus', 'COMPLETED')],
    ['status:ter', value('OverallStatus', 'TERMINATED')],
    ['status:enr', value('OverallStatus', 'ENROLLING_BY_INVITATION')],
    ['status:sus', value('OverallStatus', 'SUSPENDED')],
    ['status:wit', value('OverallStatus', 'WITHDRAWN')],
    ['status:unk', value('OverallStatus', 'UNKNOWN')],
    ['status:ava', value('OverallStatus', 'AVAILABLE')],
    ['status:nla', value('OverallStatus', 'NO_LONGER_AVAILABLE')],
    ['status:tna', value('OverallStatus', 'TEMPORARILY_NOT_AVAILABLE')],
    ['status:afm', value('OverallStatus', 'APPROVED_FOR_MARKETING')],
    ['ages:child+older', value('StdAge', 'CHILD', 'OLDER_ADULT')],
    ['sex:f', value('Sex', 'FEMALE', 'ALL')],
    ['sex:m', value('Sex', 'MALE', 'ALL')],
    ['healthy:y', value('HealthyVolunteers', 'true')],
    ['phase:0+2', value('Phase', 'EARLY_PHASE1', 'PHASE2')],
    ['phase:NA', value('Phase', 'NA')],
    ['studyType:int+obs', value('StudyType', 'INTERVENTIONAL', 'OBSERVATIONAL')],
    ['studyType:obs_patreg', type('OBSERVATIONAL', 'PatientRegistry')],
    ['studyType:exp', value('StudyType', 'EXPANDED_ACCESS')],
    ['studyType:exp_indiv', type('EXPANDED_ACCESS', 'ExpAccTypeIndividual')],
    ['studyType:exp_inter', type('EXPANDED_ACCESS', 'ExpAccTypeIntermediate')],
    ['studyType:exp_treat', type('EXPANDED_ACCESS', 'ExpAccTypeTreatment')],
    ['results:with', value('HasResults', 'true')],
    ['results:without', { kind: 'not', part: value('HasResults', 'true') }],
    ['docs:prot', value('LargeDocHasProtocol', 'true')],
    ['docs:sap', value('LargeDocHasSAP', 'true')],
    ['docs:icf', value('LargeDocHasICF', 'true')],
    ['funderType:nih', funded('NIH')],
    ['funderType:fed', funded('FED')],
    ['funderType:industry', funded('INDUSTRY')],
    ['funderType:other', funded('OTHER_GOV', 'NETWORK', 'INDIV', 'OTHER', 'AMBIG', 'UNKNOWN')],
    [
      'violation:y',
      {
        kind: 'any',
        parts: [
          value('FDAAA801Violation', 'true'),
          { kind: 'not', part: { kind: 'missing', piece: 'ViolationEventType' } },
        ],
      },
    ],
  ] as const)
    assert.deepEqual(selection(`aggFilters=${filter}`).filter, wanted, filter)
  assert.deepEqual(selection('aggFilters=results:with,status:com|sex:f').filter, {
    kind: 'all',
    parts: [
      value('HasResults', 'true'),
      value('OverallStatus', 'COMPLETED'),
      value('Sex', 'FEMALE', 'ALL'),
    ],
  })
  assert.equal(selection('aggFilters=status:,').filter, undefined)
})

test('a query of NCT numbers alone asks for those, whatever the filters say', () => {
  const numbers = { kind: 'ids', ids: ['NCT02390596', 'NCT00000102'] }
  for (const query of [
    'query.term=NCT02390596,NCT00000102',
    'query.cond=nct2390596++NCT00000102',
    'query.id=NCT02390596,+nct102',
  ]) {
    const { where, filter, sort } = selection(
      `${query}&filter.overallStatus=RECRUITING&aggFilters=sex:f`,
    )
    assert.deepEqual({ where, filter, sort }, { where: numbers, filter: undefined, sort: [] })
  }
  assert.ok(selection('query.term=NCT02390596+asthma&filter.overallStatus=RECRUITING').filter)
})

test('order: at most two fields, each with its usual direction', () => {
  for (const [sort, wanted] of [
    ['LastUpdatePostDate', ['LastUpdatePostDate desc']],
    ['EnrollmentCount', ['EnrollmentCount asc']],
    ['EnrollmentCount:desc,StartDate:asc', ['EnrollmentCount desc', 'StartDate asc']],
    ['@relevance%7CStartDate', ['@relevance desc', 'StartDate desc']],
    ['protocolSection.statusModule.startDateStruct.date', ['StartDate desc']],
    ['MinimumAge', ['MinimumAge asc']],
    ['EnrollmentCount:desc,NumArmGroups', ['EnrollmentCount desc', 'ArmGroupLabel:size asc']],
  ] as const)
    assert.deepEqual(
      selection(`query.cond=asthma&sort=${sort}`).sort.map(
        ({ piece, direction }) => `${piece} ${direction}`,
      ),
      wanted,
      sort,
    )
  assert.deepEqual(selection('sort=@relevance').sort, [])
})

test('a page: its size, its count, its fields', () => {
  for (const [size, limit] of [
    ['0', 10],
    ['1', 1],
    ['1000', 1000],
    ['1001', 1000],
    ['9999999999', 1000],
    ['', 10],
  ] as const)
    assert.equal(selection(`pageSize=${size}`).limit, limit)
  for (const yes of ['true', 'True', 'TRUE'])
    assert.equal(selection(`countTotal=${yes}`).isCounted, true)
  assert.equal(selection('countTotal=false').isCounted, false)
  assert.deepEqual(asked('fields=NCTId,BriefTitle|@query&fields=HasResults').fieldNames, [
    'NCTId',
    'BriefTitle',
    '@query',
    'HasResults',
  ])
  assert.deepEqual(asked('format=csv&fields=NCT+Number%7CStudy+Title&markupFormat=legacy'), {
    ...asked(''),
    format: 'csv',
    markup: 'legacy',
    fieldNames: ['NCT Number', 'Study Title'],
  })
  assert.deepEqual(asked('query.titles=x&query.term=AREA[Phase]PHASE1').queried.toSorted(), [
    'Acronym',
    'BriefTitle',
    'OfficialTitle',
    'Phase',
  ])
})

test('what is wrong is refused in the words that clients look for', () => {
  for (const [query, text] of [
    [
      'filter.phase=PHASE3',
      /^`filter\.phase` is unknown parameter; use filter\.advanced=AREA\[Phase\]PHASE3$/,
    ],
    [
      'filter.studyType=x',
      /^`filter\.studyType` is unknown parameter; use filter\.advanced=AREA\[StudyType\]INTERVENTIONAL$/,
    ],
    [
      'query.recrs=open',
      /^`query\.recrs` is unknown parameter; use filter\.overallStatus=RECRUITING$/,
    ],
    ['query.condition=asthma', /^`query\.condition` is unknown parameter; use query\.cond$/],
    ['pagesize=5', /^`pagesize` is unknown parameter; use pageSize$/],
    ['cond=x', /^`cond` is unknown parameter; use query\.cond$/],
    ['zzz=1', /^`zzz` is unknown parameter$/],
    ['__proto__=1', /^`__proto__` is unknown parameter$/],
    ['=1', /^`` is unknown parameter$/],
    [
      'filter.overallStatus=RECRUITNG',
      /^Invalid value in parameter `overallStatus`: `RECRUITNG`\. Allowed values are `ACTIVE_NOT_RECRUITING`, /,
    ],
    [
      'postFilter.overallStatus=RECRUITING,constructor',
      /^Invalid value in parameter `overallStatus`: `constructor`/,
    ],
    ['filter.geo=distance(1,2,NaN)', /^Parameter `filter\.geo` has incorrect format/],
    ['filter.geo=distance(1,2,0km)', /incorrect format/],
    ['filter.geo=distance(1,2,-5km)', /incorrect format/],
    ['filter.geo=distance(91,2,5km)', /incorrect format/],
    ['filter.geo=distance(1,181,5km)', /incorrect format/],
    ['filter.geo=distance(1,2)', /incorrect format/],
    ['filter.geo=Paris', /incorrect format/],
    ['postFilter.geo=distance(1e1,2,5km)', /^Parameter `postFilter\.geo` has incorrect format/],
    ['geoDecay=func:none', /^Parameter `geoDecay` has incorrect format/],
    ['filter.ids=NCT1,foo', /^Item 2 in parameter `filter\.ids` has incorrect format/],
    ['filter.ids=NCT00000000', /incorrect format/],
    ['filter.ids=NCT123456789', /incorrect format/],
    ['filter.synonyms=ConditionSearch:1651367', /^Parameter `filter\.synonyms` is not supported/],
    [
      'aggFilters=status:foo',
      /^Invalid value in parameter `aggFilters`: `status:foo`\. Allowed values are `status:rec`, /,
    ],
    ['aggFilters=foo:bar', /^Invalid value in parameter `aggFilters`: `foo`/],
    ['aggFilters=ressub:y', /^Invalid value in parameter `aggFilters`: `ressub`/],
    ['aggFilters=constructor:y', /^Invalid value in parameter `aggFilters`: `constructor`/],
    ['aggFilters=rec', /^Parameter `aggFilters` has incorrect format/],
    [
      'sort=BriefTitle',
      /^Unsupported sort field type: text; Item 1 in parameter `sort` has incorrect format/,
    ],
    [
      'sort=NoSuchField',
      /^Unknown sort field: `NoSuchField`; Item 1 in parameter `sort` has incorrect format/,
    ],
    ['sort=startDate', /^Unknown sort field/],
    ['sort=Location', /^Unknown sort field/],
    ['sort=EnrollmentCount,StartDate:down', /^Item 2 in parameter `sort` has incorrect format/],
    [
      'sort=StartDate,EnrollmentCount,CompletionDate',
      /^Parameter `sort` must contain no more than 2 items: it has incorrect format$/,
    ],
    ['pageSize=-1', /^Parameter `pageSize` has incorrect format/],
    ['pageSize=ten', /incorrect format/],
    ['pageSize=1.5', /incorrect format/],
    [
      'pageSize=1&pageSize=2',
      /^Parameter `pageSize` has incorrect format: it is given more than once/,
    ],
    ['countTotal=yes', /^Parameter `countTotal` has incorrect format/],
    [
      'format=xml',
      /^Invalid value in parameter `format`: `xml`\. Allowed values are `json`, `csv`$/,
    ],
    ['markupFormat=html', /^Invalid value in parameter `markupFormat`: `html`/],
    ['pageToken=abc', /^Parameter `pageToken` has incorrect format/],
    [
      'query.cond=(a',
      /^Error parsing query in Conditions or disease: no viable alternative at input 'a'\nmissing '\)' at '<EOF>'$/,
    ],
    ['query.term=AREA[X]y', /^Error parsing query in Other terms: Unknown area name: `X`$/],
    ['query.intr="x', /^Error parsing query in Intervention \/ treatment: /],
    ['query.locn=(', /^Error parsing query in Location terms: /],
    ['query.titles=(', /^Error parsing query in Title \/ acronym: /],
    ['query.outc=(', /^Error parsing query in Outcome measure: /],
    ['query.spons=(', /^Error parsing query in Sponsor \/ collaborator: /],
    ['query.id=(', /^Error parsing query in Study IDs: /],
    ['query.patient=(', /^Error parsing query in Patient: /],
    ['query.lead=(', /^Error parsing query in Lead sponsor: /],
    ['filter.advanced=(', /^Error parsing query in advanced filter: /],
    [
      'query.cond=AREA[OverallStatus]open',
      /^Error parsing query in Conditions or disease:\nAllowed values for enum field `protocolSection\.statusModule\.overallStatus` are `ACTIVE_NOT_RECRUITING`, /,
    ],
  ] as const)
    assert.match(faultOf(query), text, query)
  assert.equal(noSuchField('X').text, "Parameter 'fields' contains invalid field name: 'X'")
  assert.equal(
    noSuchColumn('NCTId').text,
    "Parameter 'fields' contains invalid CSV column name: 'NCTId'",
  )
})

test('a text of ours never carries more than a short line of what was sent', () => {
  for (const name of ['filter.geo', 'query.cond', 'sort', 'aggFilters', 'fields!', 'filter.ids']) {
    const fault = read(
      `${encodeURIComponent(name)}=${encodeURIComponent(`AREA[${'x\n<b>'.repeat(3000)}]y`)}`,
    )
    assert.ok(fault.kind === 'fault' && fault.text.length < 400, name)
  }
})

test('parameters as long as an address can be are read within milliseconds', async () => {
  const many = 16_000
  for (const [name, value] of [
    ['aggFilters', `status:${'rec '.repeat(many / 4)}`],
    ['aggFilters', 'status:rec,'.repeat(many / 11)],
    ['filter.ids', 'NCT02390596,'.repeat(many / 12)],
    ['filter.ids', Array.from({ length: many / 12 }, (_, at) => `NCT${at + 1}`).join()],
    ['filter.overallStatus', 'RECRUITING|'.repeat(many / 11)],
    [
      'filter.advanced',
      `AREA[NCTId](${Array.from({ length: many / 8 }, (_, at) => `NCT${at + 1}`).join(' OR ')})`,
    ],
    ['filter.geo', `distance(${'1'.repeat(many)},1,1)`],
    ['filter.geo', `distance(${' '.repeat(many)}`],
    ['geoDecay', `func:exp,scale:${'1'.repeat(many)}`],
    ['sort', `${'A'.repeat(many)}`],
    ['fields', 'NCTId,'.repeat(many / 6)],
    ['query.cond', 'NCT02390596 '.repeat(many / 12)],
    ['pageToken', 'A'.repeat(many)],
    ['pageSize', '9'.repeat(many)],
    ['x'.repeat(many), '1'],
  ] as const) {
    const took = await workedMs(() => read(new URLSearchParams([[name, value]]).toString()))
    assert.ok(took < 100, `${name}: ${took} ms`)
  }
  const repeated = new URLSearchParams(Array.from({ length: 2000 }, () => ['query.term', 'a (']))
  assert.ok((await workedMs(() => read(repeated.toString()))) < 100)
})

function tokenOf(query: string, keys: readonly (number | null)[] = [], state = 7): string {
  const token = nextPageToken(asked(query), {
    studies: [{ keys, nct: 2_390_596, score: 0 }],
    hasMore: true,
    state,
  })
  assert.ok(token !== undefined)
  assert.match(token, /^[A-Za-z0-9_-]{12,40}$/)
  return token
}

test('a token leads to what comes after the last study of its page, and to nothing else', () => {
  for (const [query, keys] of [
    ['', []],
    ['query.cond=asthma', [0.123456789]],
    ['sort=StartDate', [19_000]],
    ['sort=StartDate,EnrollmentCount:desc', [null, 16]],
    ['query.cond=asthma&sort=StartDate,@relevance', [19_000, 1e-300]],
    ['sort=StartDate,EnrollmentCount', [null, null]],
  ] as const) {
    const token = tokenOf(query, keys)
    const next = asked(`${query}&pageToken=${token}`)
    assert.deepEqual(next.selection.after, { keys, nct: 2_390_596 }, query)
    assert.deepEqual(
      { ...next.selection, after: undefined },
      { ...selection(query), after: undefined },
    )
    // How many a page holds and what is told of them may change; what is counted is told on the first page alone.
    const other = asked(`${query}&pageToken=${token}&pageSize=500&countTotal=true&fields=NCTId`)
    assert.deepEqual([other.selection.limit, other.selection.isCounted], [500, false])
    for (const wrong of [
      token.slice(0, -1),
      token.slice(1),
      `${token}A`,
      `${token.slice(0, 8)}${token[8] === 'A' ? 'B' : 'A'}${token.slice(9)}`,
      token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      'a'.repeat(41),
      '%2B%2F%3D'.repeat(4),
    ])
      assert.match(
        faultOf(`${query}&pageToken=${wrong}`),
        /^Parameter `pageToken` has incorrect format/,
        wrong,
      )
    assert.match(faultOf(`${query}&query.locn=Paris&pageToken=${token}`), /incorrect format/)
    assert.match(
      faultOf(`${query}&filter.overallStatus=RECRUITING&pageToken=${token}`),
      /incorrect format/,
    )
  }
  assert.equal(
    nextPageToken(asked(''), {
      studies: [{ keys: [], nct: 1, score: 0 }],
      hasMore: false,
      state: 1,
    }),
    undefined,
  )
})

test('an order of numbers lasts, and any other holds within one state of the records only: a later version moves a study', () => {
  const ranked = asked(`query.cond=asthma&pageToken=${tokenOf('query.cond=asthma', [1.5], 7)}`)
  assert.equal(staleFault(ranked, { state: 7 }), undefined)
  assert.match(
    staleFault(ranked, { state: 8 })?.text ?? '',
    /^Parameter `pageToken` has incorrect format: the records have changed/,
  )
  const byDate = 'query.cond=asthma&sort=StartDate'
  const dated = asked(`${byDate}&pageToken=${tokenOf(byDate, [19_000])}`)
  assert.match(staleFault(dated, { state: 9 })?.text ?? '', /the records have changed/)
  assert.equal(staleFault(dated, { state: 7 }), undefined)
  const byNumber = 'filter.overallStatus=RECRUITING'
  const numbered = asked(`${byNumber}&pageToken=${tokenOf(byNumber)}`)
  assert.equal(staleFault(numbered, { state: 9 }), undefined)
  assert.equal(staleFault(asked(''), { state: 9 }), undefined)
})

test('any parameters are read or refused in plain text, never thrown at', () => {
  const names = fc.constantFrom(
    ...'query.cond query.term filter.geo filter.ids filter.advanced filter.overallStatus aggFilters'.split(
      ' ',
    ),
    ...'geoDecay fields sort countTotal pageSize pageToken format markupFormat __proto__ x'.split(
      ' ',
    ),
  )
  const pair = fc.tuple(
    names,
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'true',
        'json',
        '10',
        'distance(1,2,3)',
        'status:rec',
        '\u0000',
        '%',
        '<script>',
      ),
    ),
  )
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
      const request = read(new URLSearchParams(pairs).toString())
      if (request.kind === 'fault')
        assert.ok(request.text.length > 10 && request.text.length < 2000)
      else assert.ok(request.selection.limit >= 1 && request.selection.limit <= 1000)
    }),
    { numRuns: 2000 },
  )
})
