import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Where } from '../../../finder/catalogue/model/where.ts'
import { searchAreas } from '../../../finder/registry/pieces/pieces.ts'
import { fc } from '../../../testing/properties.ts'
import { workedMs } from '../../../testing/worked-ms.ts'
import { readEssie } from './read-essie.ts'
import { areaTarget, targetNamed } from './target.ts'

const cond = asked('cond')
const term = asked('term')
const locn = asked('locn')

function asked(param: string) {
  const area = searchAreas.find((one) => one.param === param)
  assert.ok(area)
  return { target: areaTarget(area), label: area.label }
}

/** A short form to compare with: words as `name:text`, quoted in quotes. */
function short(where: Where | { kind: 'fault'; text: string }): unknown {
  switch (where.kind) {
    case 'fault':
      return where.text
    case 'everything':
      return 'everything'
    case 'all':
    case 'any':
      return { [where.kind]: where.parts.map(short) }
    case 'not':
      return { not: short(where.part) }
    case 'words': {
      const fields = where.fields.map(({ piece }) => piece)
      const name = searchAreas.find(
        ({ parts }) => parts.map(({ piece }) => piece.name).join() === fields.join(),
      )?.name
      const text = where.isQuoted ? `"${where.text}"` : where.text
      const how = [
        where.expansion === 'relaxation' ? '' : `~${where.expansion}`,
        where.coverage === 'contains' ? '' : `^${where.coverage}`,
      ]
      return `${name ?? fields.join('+')}:${text}${how.join('')}`
    }
    case 'value':
      return `${where.piece}=${where.values.join('|')}`
    case 'range':
      return `${where.piece}[${where.from ?? ''}..${where.to ?? ''}]`
    case 'missing':
      return `${where.piece} missing`
    case 'size':
      return `${where.piece}#${where.count}`
    case 'near':
      return `near ${where.latitude},${where.longitude},${Math.round(where.metres)}`
    case 'ids':
      return where.ids.join('|')
    case 'together':
      return { [where.list]: short(where.part) }
  }
}

const sites = 'protocolSection.contactsLocationsModule.locations[]'
const expecting = `expecting {'(', 'NOT', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', 'TILT', 'COVERAGE', 'EXPANSION', 'MISSING', 'ALL', WORD, QUOTED}`
const strayBracket = `expecting {<EOF>, '(', ',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE', 'TILT', 'COVERAGE', 'EXPANSION', 'MISSING', 'ALL', WORD, QUOTED}; for the sign itself write`

const inTerm: readonly (readonly [text: string, wanted: unknown])[] = [
  // Words, quotes, escapes.
  ['heart attack', 'BasicSearch:heart attack'],
  ['  heart \t attack ', 'BasicSearch:heart attack'],
  ['diabetes, hypertension', { all: ['BasicSearch:diabetes', 'BasicSearch:hypertension'] }],
  [',, a ,, b c,', { all: ['BasicSearch:a', 'BasicSearch:b c'] }],
  ['a, b OR c', { any: [{ all: ['BasicSearch:a', 'BasicSearch:b'] }, 'BasicSearch:c'] }],
  ['AML,\\ALL', { all: ['BasicSearch:AML', 'BasicSearch:ALL'] }],
  ['\\ALL', 'BasicSearch:ALL'],
  ['"Merck\\" \\OR \\AREA[Phase]PHASE3"', 'BasicSearch:"Merck" OR AREA[Phase]PHASE3"'],
  ['"heart attack"', 'BasicSearch:"heart attack"'],
  ['"COVID\\-19"', 'BasicSearch:"COVID-19"'],
  ['"say \\"yes\\""', 'BasicSearch:"say "yes""'],
  ['head \\AND neck', 'BasicSearch:head AND neck'],
  ['head and neck', 'BasicSearch:head and neck'],
  ['"[18F]FDG"', 'BasicSearch:"[18F]FDG"'],
  ['\\[18F\\]FDG', 'BasicSearch:[18F]FDG'],
  ['body surface AREA', 'BasicSearch:body surface AREA'],
  ['MISSING teeth', 'BasicSearch:MISSING teeth'],
  ['T-cell ALL', 'BasicSearch:T-cell ALL'],
  ['heart & lung', 'BasicSearch:heart & lung'],
  ['川崎病', 'BasicSearch:川崎病'],
  // Precedence, and what stands side by side.
  ['a OR b AND c', { any: ['BasicSearch:a', { all: ['BasicSearch:b', 'BasicSearch:c'] }] }],
  ['(a OR b) AND c', { all: [{ any: ['BasicSearch:a', 'BasicSearch:b'] }, 'BasicSearch:c'] }],
  ['(a OR b) c', { all: [{ any: ['BasicSearch:a', 'BasicSearch:b'] }, 'BasicSearch:c'] }],
  ['NOT a AND b', { all: [{ not: 'BasicSearch:a' }, 'BasicSearch:b'] }],
  ['a NOT b', { all: ['BasicSearch:a', { not: 'BasicSearch:b' }] }],
  ['NOT NOT a', { not: { not: 'BasicSearch:a' } }],
  ['NOT heart attack', { not: 'BasicSearch:heart attack' }],
  ['a "b c" d', { all: ['BasicSearch:a', 'BasicSearch:"b c"', 'BasicSearch:d'] }],
  ['((((a))))', 'BasicSearch:a'],
  ['ALL', 'everything'],
  ['*', 'everything'],
  ['ALL AND a', 'BasicSearch:a'],
  // AREA.
  ['AREA[BriefTitle]asthma', 'BriefTitle:asthma'],
  ['AREA [ BriefTitle ] asthma', 'BriefTitle:asthma'],
  ['AREA[LocationCountry]South Korea', 'LocationCountry:South Korea'],
  [
    'AREA[LocationCountry]Korea, Republic of',
    { all: ['LocationCountry:Korea', 'BasicSearch:Republic of'] },
  ],
  ['AREA[LocationCountry]"Korea, Republic of"', 'LocationCountry:"Korea, Republic of"'],
  ['lung cancer (NSCLC)', { all: ['BasicSearch:lung cancer', 'BasicSearch:NSCLC'] }],
  [
    '(pembrolizumab) AND (nivolumab)',
    { all: ['BasicSearch:pembrolizumab', 'BasicSearch:nivolumab'] },
  ],
  [
    'AREA[LocationCity]Paris,AREA[LocationCountry]France',
    { all: ['LocationCity:Paris', 'LocationCountry:France'] },
  ],
  ['AREA[ConditionSearch]asthma', 'ConditionSearch:asthma'],
  ['AREA[protocolSection.identificationModule.briefTitle]asthma', 'BriefTitle:asthma'],
  ['AREA[BriefTitle]AREA[Keyword]asthma', 'Keyword:asthma'],
  ['AREA[BriefTitle](a OR "b c")', { any: ['BriefTitle:a', 'BriefTitle:"b c"'] }],
  [
    'AREA[EligibilityCriteria](NOT "brain metastases")',
    { not: 'EligibilityCriteria:"brain metastases"' },
  ],
  [
    'AREA[EligibilityCriteria]("x" AND (prior OR previous OR received))',
    {
      all: [
        'EligibilityCriteria:"x"',
        { any: ['prior', 'previous', 'received'].map((word) => `EligibilityCriteria:${word}`) },
      ],
    },
  ],
  [
    'AREA[SecondaryIdInfo]EudraCT',
    'SecondaryId+SecondaryIdType+SecondaryIdDomain+SecondaryIdLink:EudraCT',
  ],
  // Values of enumerations in every spelling.
  ['AREA[Phase]PHASE3', 'Phase=PHASE3'],
  ['AREA[Phase]Phase 3', 'Phase=PHASE3'],
  ['AREA[Phase]"Phase 2/Phase 3"', { all: ['Phase=PHASE2', 'Phase=PHASE3'] }],
  ['AREA[Phase](PHASE2 OR PHASE3)', 'Phase=PHASE2|PHASE3'],
  ['AREA[Phase]PHASE2 OR AREA[Phase]PHASE3', 'Phase=PHASE2|PHASE3'],
  ['AREA[Phase](NOT PHASE2)', { not: 'Phase=PHASE2' }],
  ['AREA[Phase]NOT PHASE2', { not: 'Phase=PHASE2' }],
  ['AREA[Sex]ALL', 'Sex=ALL'],
  ['AREA[Sex]"ALL"', 'Sex=ALL'],
  ['AREA[Sex](ALL OR FEMALE)', 'Sex=ALL|FEMALE'],
  ['AREA[Phase]ALL', 'everything'],
  ['AREA[Phase]NA', 'Phase=NA'],
  ['AREA[HealthyVolunteers]Accepts Healthy Volunteers', 'HealthyVolunteers=true'],
  ['AREA[OverallStatus]recruiting', 'OverallStatus=RECRUITING'],
  ['AREA[OverallStatus]Not yet recruiting', 'OverallStatus=NOT_YET_RECRUITING'],
  ['AREA[OverallStatus]Active, not recruiting', 'OverallStatus=ACTIVE_NOT_RECRUITING'],
  ['AREA[OverallStatus]"Active, not recruiting"', 'OverallStatus=ACTIVE_NOT_RECRUITING'],
  ['AREA[StudyType]Interventional', 'StudyType=INTERVENTIONAL'],
  ['AREA[StudyType]"Observational"', 'StudyType=OBSERVATIONAL'],
  ['AREA[StdAge]Older Adult', 'StdAge=OLDER_ADULT'],
  [
    'AREA[DesignPrimaryPurpose]"Health Services Research"',
    'DesignPrimaryPurpose=HEALTH_SERVICES_RESEARCH',
  ],
  ['AREA[DesignPrimaryPurpose]Educational/Counseling/Training', 'DesignPrimaryPurpose=ECT'],
  ['AREA[IsFDARegulatedDrug]Yes', 'IsFDARegulatedDrug=true'],
  ['AREA[HasResults]FALSE', 'HasResults=false'],
  ['AREA[NCTId]nct2390596', 'NCTId=NCT02390596'],
  ['AREA[NCTId]NCT02390596, NCT00000102', 'NCTId=NCT02390596|NCT00000102'],
  ['AREA[NCTId](NCT02390596 OR NCT00000102)', 'NCTId=NCT02390596|NCT00000102'],
  [
    'AREA[Phase]PHASE3 AND AREA[StudyType]INTERVENTIONAL AND AREA[OverallStatus]RECRUITING',
    { all: ['Phase=PHASE3', 'StudyType=INTERVENTIONAL', 'OverallStatus=RECRUITING'] },
  ],
  // Ranges, dates, ages, numbers.
  ['AREA[StartDate]2022', 'StartDate[2022..2022]'],
  ['AREA[LastUpdatePostDate]RANGE[2023-01-15,MAX]', 'LastUpdatePostDate[2023-01-15..]'],
  ['AREA[StartDate]RANGE[ MIN , 2016-02 ]', 'StartDate[..2016-02]'],
  ['AREA[StartDate]RANGE [min,2016-02-05]', 'StartDate[..2016-02-05]'],
  ['AREA[StartDate]RANGE[,2016]', 'StartDate[..2016]'],
  ['AREA[StartDate]RANGE[MIN,MAX]', 'StartDate[..]'],
  ['AREA[StartDate]RANGE[01/31/2020, 2020-12-31T23:59]', 'StartDate[2020-01-31..2020-12-31]'],
  [
    'AREA[StartDate](RANGE[2019,2020] OR MISSING)',
    { any: ['StartDate[2019..2020]', 'StartDate missing'] },
  ],
  ['AREA[StartDate]RANGE[2022-06,2022]', 'StartDate[2022-06..2022]'],
  ['AREA[StartDate]RANGE[2023,2022]', { any: [] }],
  [
    'AREA[MinimumAge]RANGE[MIN, 16 years] AND AREA[MaximumAge]RANGE[16 years, MAX]',
    { all: ['MinimumAge[..16 Years]', 'MaximumAge[16 Years..]'] },
  ],
  ['AREA[MinimumAge]RANGE[6 Months, 18]', 'MinimumAge[6 Months..18 Years]'],
  [
    'AREA[MinimumAge]RANGE[3M, MAX] AND AREA[MaximumAge]RANGE[MIN, 17y]',
    { all: ['MinimumAge[3 Months..]', 'MaximumAge[..17 Years]'] },
  ],
  ['AREA[protocolSection.oversightModule.isFdaRegulatedDrug]true', 'IsFDARegulatedDrug=true'],
  [
    'AREA[InterventionType](DRUG OR BIOLOGICAL) AND NOT AREA[StdAge]CHILD',
    { all: ['InterventionType=DRUG|BIOLOGICAL', { not: 'StdAge=CHILD' }] },
  ],
  ['AREA[MinimumAge]1 year', 'MinimumAge[1 Year..1 Year]'],
  ['AREA[MaximumAge]"18 Years"', 'MaximumAge[18 Years..18 Years]'],
  ['AREA[EnrollmentCount]RANGE[0, 99999998]', 'EnrollmentCount[0..99999998]'],
  [
    'AREA[LocationCountry](United States OR United Kingdom)',
    { any: ['LocationCountry:United States', 'LocationCountry:United Kingdom'] },
  ],
  ['AREA[EnrollmentCount]100', 'EnrollmentCount[100..100]'],
  [
    '(AREA[StudyType]INTERVENTIONAL ) AND (AREA[EnrollmentCount]RANGE[0, 99999998])',
    { all: ['StudyType=INTERVENTIONAL', 'EnrollmentCount[0..99999998]'] },
  ],
  // Missing, sizes, branches.
  ['AREA[ResultsFirstPostDate]MISSING', 'ResultsFirstPostDate missing'],
  ['NOT AREA[ResultsFirstPostDate]MISSING', { not: 'ResultsFirstPostDate missing' }],
  ['AREA[ResultsSection] NOT MISSING', { not: 'resultsSection missing' }],
  ['AREA[ResultsSection]MISSING', 'resultsSection missing'],
  [
    'AREA[InterventionNameSearch]MISSING',
    { all: ['InterventionName missing', 'InterventionOtherName missing'] },
  ],
  ['AREA[Phase:size] 2', 'Phase#2'],
  ['AREA[Location:size]2', `${sites}#2`],
  ['AREA[Phase:size]RANGE[1,2]', { any: ['Phase#1', 'Phase#2'] }],
  ['AREA[Phase:size]RANGE[2,MAX]', { not: { any: ['Phase#0', 'Phase#1'] } }],
  // How words are taken.
  ['EXPANSION[None]heart attack', 'BasicSearch:heart attack~none'],
  [
    'EXPANSION[Concept](a OR b) AND c',
    { all: [{ any: ['BasicSearch:a~concept', 'BasicSearch:b~concept'] }, 'BasicSearch:c'] },
  ],
  ['COVERAGE[FullMatch]"heart attack"', 'BasicSearch:"heart attack"^fullMatch'],
  ['AREA[Condition]EXPANSION[none]COVERAGE[startswith]heart', 'Condition:heart~none^startsWith'],
  ['TILT[LastUpdatePostDate]heart', 'BasicSearch:heart'],
  [
    'AREA[Condition] EXPAND[Term] COVER[FullMatch] ("a" OR b)',
    { any: ['Condition:"a"~term^fullMatch', 'Condition:b~term^fullMatch'] },
  ],
  ['AREA[StudyType]COVERAGE[FullMatch]INTERVENTIONAL', 'StudyType=INTERVENTIONAL'],
  // One element of a list.
  [
    'SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)',
    { [sites]: { all: ['LocationCity:Portland', 'LocationState:Maine'] } },
  ],
  [
    'SEARCH[Location](AREA[LocationStatus]RECRUITING AND AREA[LocationGeoPoint]DISTANCE[39.0,-77.1,50mi])',
    { [sites]: { all: ['LocationStatus=RECRUITING', 'near 39,-77.1,80467'] } },
  ],
  [
    'SEARCH[Location](AREA[LocationCity]Paris AND AREA[Phase]PHASE3) AND a',
    { all: [{ [sites]: 'LocationCity:Paris' }, 'Phase=PHASE3', 'BasicSearch:a'] },
  ],
  ['SEARCH[Location](AREA[LocationStatus]MISSING)', { [sites]: 'LocationStatus missing' }],
  [
    'SEARCH[Location](NOT AREA[LocationCountry]France)',
    { [sites]: { not: 'LocationCountry:France' } },
  ],
  [
    'SEARCH[Location]Paris',
    {
      [sites]:
        'LocationFacility+LocationStatus+LocationState+LocationCountry+LocationCity+LocationContactName:Paris',
    },
  ],
  ['SEARCH[Study]asthma', 'BasicSearch:asthma'],
  ['SEARCH[Location](AREA[BriefTitle]asthma)', 'BriefTitle:asthma'],
  // Places.
  ['AREA[LocationGeoPoint]DISTANCE[48.8,2.3,50000]', 'near 48.8,2.3,50000'],
  ['DISTANCE[ 48.8 , 2.3 , 5 km ]', 'near 48.8,2.3,5000'],
]

test('an expression asks what the registry says that it asks', () => {
  for (const [text, wanted] of inTerm) assert.deepEqual(short(readEssie(text, term)), wanted, text)
})

test('places take commas as AND, each word for itself', () => {
  for (const [text, wanted] of [
    ['Paris, France', { all: ['LocationSearch:Paris', 'LocationSearch:France'] }],
    [
      'East Northport, New York, United States',
      {
        all: [
          'LocationSearch:East Northport',
          'LocationSearch:New York',
          'LocationSearch:United States',
        ],
      },
    ],
    [
      '"New York", "United States"',
      { all: ['LocationSearch:"New York"', 'LocationSearch:"United States"'] },
    ],
    [
      'AREA[LocationCity]Paris,AREA[LocationCountry]France',
      { all: ['LocationCity:Paris', 'LocationCountry:France'] },
    ],
  ] as const)
    assert.deepEqual(short(readEssie(text, locn)), wanted, text)
})

const inCond: readonly (readonly [text: string, fault: string])[] = [
  ['exampleitis (early onset', " no viable alternative at input 'onset'\nmissing ')' at '<EOF>'"],
  ['((a) b', " no viable alternative at input 'b'\nmissing ')' at '<EOF>'"],
  ['diabetes [type 2]', ` mismatched input '[' ${strayBracket} \\[ or quotes`],
  ['a ]', ` mismatched input ']' ${strayBracket} \\] or quotes`],
  ['AREA[Condition]COV[FullMatch]x', ` mismatched input '[' ${strayBracket} \\[ or quotes`],
  ['AREA[Condition]COVERAGEX[FullMatch]x', ` mismatched input '[' ${strayBracket} \\[ or quotes`],
  ['DISTANCE(1,2,3km)', " mismatched input '(' expecting '[' after DISTANCE"],
  ['NOT', ` mismatched input '<EOF>' ${expecting}`],
  [',', ` mismatched input '<EOF>' ${expecting}`],
  ['asthma)', " extraneous input ')' expecting <EOF>"],
  ['"asthma', ` token recognition error at: '"asthma'`],
  ['AREA[Phase', " missing ']' at '<EOF>'"],
  ['AND asthma', ` mismatched input 'AND' ${expecting}`],
  ['asthma AND', ` mismatched input '<EOF>' ${expecting}`],
  ['asthma OR OR copd', ` mismatched input 'OR' ${expecting}`],
  ['()', ` mismatched input ')' ${expecting}`],
  ['AREA[Phase]', ` mismatched input '<EOF>' ${expecting}`],
  ['', ` mismatched input '<EOF>' ${expecting}`],
  ['-', " no viable alternative at input '-'"],
  ['""', ' no viable alternative at input \'""\''],
  ['AREA[Phse]PHASE3', ' Unknown area name: `Phse`'],
  ['AREA[phase]PHASE3', ' Unknown area name: `phase`'],
  ['AREA[constructor]x', ' Unknown area name: `constructor`'],
  ['AREA[__proto__]x', ' Unknown area name: `__proto__`'],
  ['AREA[]x', ' Unknown area name: ``'],
  ['TILT[BriefTitle]x', ' Unknown area name: `BriefTitle`'],
  ['SEARCH[Place]x', ' Unknown search context: `Place`'],
  ['SEARCH[IdentificationModule]x', ' Unknown search context: `IdentificationModule`'],
  ['EXPANSION[Much]x', ' Invalid expansion: Much'],
  ['COVERAGE[FullMatc]x', ' Invalid coverage: FullMatc'],
  [
    'AREA[Sex]WOMEN',
    '\nAllowed values for enum field `protocolSection.eligibilityModule.sex` are `ALL`, `FEMALE`, `MALE`',
  ],
  [
    'AREA[Sex]FEMALE asthma',
    '\nAllowed values for enum field `protocolSection.eligibilityModule.sex` are `ALL`, `FEMALE`, `MALE`',
  ],
  ['AREA[HasResults]maybe', '\nAllowed values for boolean field `hasResults` are `true`, `false`'],
  [
    'AREA[StartDate]RANGE[MAX,MIN]',
    ' `RANGE[MAX,MIN]` is no range: MIN can only begin it and MAX only end it',
  ],
  ['AREA[StartDate]RANGE[2020]', ' `RANGE[2020]` is no range: it holds two values and a comma'],
  [
    'AREA[StartDate]RANGE[2020,2021,2022]',
    ' `RANGE[2020,2021,2022]` is no range: it holds two values and a comma',
  ],
  [
    'AREA[StartDate]RANGE[2020-02-30,MAX]',
    '\nInvalid value `2020-02-30` for field `protocolSection.statusModule.startDateStruct.date`: values are written yyyy, yyyy-MM or yyyy-MM-dd',
  ],
  [
    'AREA[MinimumAge]RANGE[MIN,old]',
    '\nInvalid value `old` for field `protocolSection.eligibilityModule.minimumAge`: values are written as in `18 Years`',
  ],
  [
    'AREA[EnrollmentCount]many',
    '\nInvalid value `many` for field `protocolSection.designModule.enrollmentInfo.count`: values are written digits',
  ],
  [
    'RANGE[1,2]',
    ' RANGE is for fields of dates, ages and numbers, as in AREA[StartDate]RANGE[2020,MAX], and `ConditionSearch` is none',
  ],
  [
    'AREA[BriefTitle]RANGE[a,b]',
    ' RANGE is for fields of dates, ages and numbers, as in AREA[StartDate]RANGE[2020,MAX], and `BriefTitle` is none',
  ],
  [
    'AREA[Phase]DISTANCE[1,1,1km]',
    ' DISTANCE is for AREA[LocationGeoPoint], and `Phase` is another',
  ],
  [
    'AREA[LocationGeoPoint]DISTANCE[91,0,1km]',
    ' `DISTANCE[91,0,1km]` is no distance: it holds a latitude, a longitude and a radius of up to 500mi or 805km',
  ],
  [
    'AREA[LocationGeoPoint]DISTANCE[1,0,NaN]',
    ' `DISTANCE[1,0,NaN]` is no distance: it holds a latitude, a longitude and a radius of up to 500mi or 805km',
  ],
  [
    'AREA[LocationGeoPoint]DISTANCE[1,0,806km]',
    ' `DISTANCE[1,0,806km]` is no distance: it holds a latitude, a longitude and a radius of up to 500mi or 805km',
  ],
  [
    'AREA[LocationGeoPoint]Paris',
    ' field `protocolSection.contactsLocationsModule.locations.geoPoint` is asked with DISTANCE[latitude,longitude,radius]',
  ],
  ['AREA[Phase:size]many', ' `Phase:size` is a number of values from 0 to 1000, not `many`'],
  [
    'SEARCH[Location](AREA[LocationCity]Paris OR AREA[Phase]PHASE3)',
    ' `Phase` is no part of what SEARCH looks at, and cannot be asked within one OR or NOT with what is',
  ],
]

test('a fault is told in the words that clients look for', () => {
  for (const [text, fault] of inCond)
    assert.equal(
      short(readEssie(text, cond)),
      `Error parsing query in Conditions or disease:${fault}`,
      text,
    )
})

test('words in an area carry its weights, and a field alone its synonyms', () => {
  const where = readEssie('asthma', cond)
  assert.ok(where.kind === 'words')
  assert.deepEqual(where.fields[0], { piece: 'Condition', weight: 0.95, hasSynonyms: true })
  const one = readEssie('AREA[LocationCity]Nice AND AREA[Condition]asthma', cond)
  assert.ok(one.kind === 'all')
  assert.deepEqual(
    one.parts.map((part) => part.kind === 'words' && part.fields[0]),
    [
      { piece: 'LocationCity', weight: 1, hasSynonyms: false },
      { piece: 'Condition', weight: 1, hasSynonyms: true },
    ],
  )
  assert.equal(targetNamed('nothing'), undefined)
})

test('words that are said again are looked up once, and those of another field, in quotes or denied are others', () => {
  const again = 'asthma OR (asthma OR cough) OR "asthma" OR AREA[Condition]asthma OR NOT asthma'
  const parts = ['Condition:asthma', 'Condition:cough', 'Condition:"asthma"']
  const read = readEssie(`${again} OR asthma OR cough`, cond)
  assert.deepEqual(short(read), short(readEssie(again, cond)))
  assert.ok(read.kind === 'any')
  assert.equal(read.parts.length, parts.length + 2)
  const most = readEssie(Array.from({ length: 1_000 }, () => 'study').join(' OR '), term)
  assert.deepEqual(most, readEssie('study', term))
})

test('a whole text is no question, and a list of numbers is one however long', () => {
  const text = 'children with asthma '.repeat(334)
  assert.equal(
    short(readEssie(text, cond)),
    'Error parsing query in Conditions or disease: it asks for more than 1000 words and values',
  )
  const ids = Array.from({ length: 1200 }, (_, at) => `NCT0${1000000 + at}`)
  assert.deepEqual(
    short(readEssie(`AREA[NCTId](${ids.join(' OR ')})`, cond)),
    `NCTId=${ids.join('|')}`,
  )
})

test('what is meant to harm is answered within milliseconds', async () => {
  const many = 10_000
  for (const text of [
    'a'.repeat(many),
    'a '.repeat(many / 2),
    '('.repeat(many),
    ')'.repeat(many),
    `${'('.repeat(1000)}a${')'.repeat(1000)}`,
    '"'.repeat(many + 1),
    '\\'.repeat(many + 1),
    'NOT '.repeat(many / 4),
    'AREA[Phase]'.repeat(many / 11),
    'AREA[ResultsSection]'.repeat(many / 20),
    'SEARCH[Location]('.repeat(many / 17),
    'AREA['.repeat(many / 5),
    'a OR '.repeat(many / 5),
    'AREA[Phase]PHASE3 OR '.repeat(many / 21),
    'RANGE[MAX,MIN]'.repeat(many / 14),
    'AREA[Phase:size]RANGE[1,100] '.repeat(many / 30),
    `AREA[StartDate]RANGE[${'9'.repeat(many)},MAX]`,
    `AREA[Sex]${'x/'.repeat(many / 2)}`,
    `AREA[MinimumAge]${'9'.repeat(many)}`,
    'x'.repeat(1_000_000),
  ]) {
    const took = await workedMs(() => readEssie(text, cond))
    assert.ok(took < 100, `${text.slice(0, 20)}: ${took} ms`)
    const read = readEssie(text, cond)
    if (read.kind === 'fault') assert.ok(read.text.length < 1500, read.text.slice(0, 200))
  }
})

const expressions = 10_000

const alphabet = [
  ...'( ) " [ ] \\ , AND OR NOT AREA[ SEARCH[Location]( RANGE[ MIN MAX MISSING ALL'.split(' '),
  ...'DISTANCE[1,2,3km] TILT[ EXPANSION[None] COVERAGE[ :size] Phase] PHASE3 heart'.split(' '),
  ' ',
  '2020-01',
  '16 years',
  'LocationCity]',
  'é',
  '\u0000',
  '-',
  '😀',
]

test('any expression is read or refused, never thrown at', async () => {
  const pieces = fc.constantFrom(...alphabet)
  const took = await workedMs(() =>
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, isSpaced) => {
        const read = readEssie(parts.join(isSpaced ? ' ' : ''), term)
        if (read.kind === 'fault')
          assert.match(read.text, /^Error parsing query in Other terms:[ \n]/)
        else assert.deepEqual(structuredClone(read), read)
      }),
      { numRuns: expressions },
    ),
  )
  assert.ok(took / expressions < 5, `${took} ms`)
})
