import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarOf, type SitePlace, type SiteSetting, usualSetting } from './site-calendar.ts'
import { timeZoneOf } from './time-zones.ts'
import { isWorkingDay, promisedBy } from './working-days.ts'

const paris: SitePlace = { country: 'France', geoPoint: { lat: 48.9, lon: 2.4 } }
const strasbourg: SitePlace = { country: 'France', state: 'Bas-Rhin' }
const boston: SitePlace = {
  country: 'United States',
  state: 'Massachusetts',
  geoPoint: { lat: 42.4, lon: -71.1 },
}
const sydney: SitePlace = { country: 'Australia', geoPoint: { lat: -33.9, lon: 151.2 } }
const edinburgh: SitePlace = { country: 'United Kingdom', state: 'Scotland' }

/** What, where, asked when (UTC), promised by when (UTC); each worked out by hand on a paper calendar. */
const table: readonly (readonly [
  what: string,
  place: SitePlace,
  asked: string,
  by: string,
  setting?: Partial<SiteSetting>,
])[] = [
  ['a plain week', paris, '2026-11-16T09:00Z', '2026-11-18T17:00Z'],
  ['1 November is a Sunday', paris, '2026-10-30T09:00Z', '2026-11-03T17:00Z'],
  ['asked on a holiday', paris, '2026-11-11T09:00Z', '2026-11-13T17:00Z'],
  ['asked on a Friday at 23:59', paris, '2026-11-06T22:59Z', '2026-11-10T17:00Z'],
  ['asked a minute later, on the Saturday', paris, '2026-11-06T23:00Z', '2026-11-10T17:00Z'],
  ['asked on a Sunday', paris, '2026-11-15T12:00Z', '2026-11-17T17:00Z'],
  ['Christmas on a Friday', paris, '2026-12-24T08:00Z', '2026-12-29T17:00Z'],
  ['across the years', paris, '2026-12-30T08:00Z', '2027-01-04T17:00Z'],
  ['the clocks go forward', paris, '2026-03-26T09:00Z', '2026-03-30T16:00Z'],
  ['the clocks go back', paris, '2026-10-23T08:00Z', '2026-10-27T17:00Z'],
  ['a leap day', paris, '2028-02-28T09:00Z', '2028-03-01T17:00Z'],
  ['Good Friday is a day like others in Paris', paris, '2027-03-25T09:00Z', '2027-03-30T16:00Z'],
  ['and a holiday in Strasbourg', strasbourg, '2027-03-25T09:00Z', '2027-03-31T16:00Z'],
  [
    'which its postcode tells as well',
    { country: 'France', zip: '67200' },
    '2027-03-25T09:00Z',
    '2027-03-31T16:00Z',
  ],
  ['and where a site says so', paris, '2027-03-25T09:00Z', '2027-03-31T16:00Z', { region: '67' }],
  [
    'Epiphany in Munich',
    { country: 'Germany', state: 'Bavaria' },
    '2027-01-05T09:00Z',
    '2027-01-08T17:00Z',
  ],
  [
    'and in Berlin',
    { country: 'Germany', state: 'Berlin' },
    '2027-01-05T09:00Z',
    '2027-01-07T17:00Z',
  ],
  ['New Year in Scotland', edinburgh, '2026-12-31T09:00Z', '2027-01-06T18:00Z'],
  ['and in England', { ...edinburgh, state: 'England' }, '2026-12-31T09:00Z', '2027-01-05T18:00Z'],
  ['Thanksgiving', boston, '2026-11-25T15:00Z', '2026-11-30T23:00Z'],
  [
    'Israel rests on Friday and Saturday',
    { country: 'Israel' },
    '2026-11-04T08:00Z',
    '2026-11-08T16:00Z',
  ],
  ['and on Yom Kippur', { country: 'Israel' }, '2026-09-17T08:00Z', '2026-09-22T15:00Z'],
  [
    'the Emirates rest on Saturday and Sunday',
    { country: 'United Arab Emirates' },
    '2026-11-05T08:00Z',
    '2026-11-09T14:00Z',
  ],
  [
    'Saudi Arabia on Friday and Saturday',
    { country: 'Saudi Arabia' },
    '2026-11-05T08:00Z',
    '2026-11-09T15:00Z',
  ],
  [
    'and for four days of Eid',
    { country: 'Saudi Arabia' },
    '2026-03-18T08:00Z',
    '2026-03-24T15:00Z',
  ],
  ['the day is the site’s own', sydney, '2026-11-05T23:30Z', '2026-11-10T07:00Z'],
  ['no country', {}, '2026-11-06T23:59Z', '2026-11-10T18:00Z'],
  ['a country nobody knows', { country: 'Ruritania' }, '2026-12-24T08:00Z', '2026-12-28T18:00Z'],
  [
    'one day, closing at 16:30',
    paris,
    '2026-11-16T09:00Z',
    '2026-11-17T15:30Z',
    { promiseDays: 1, closesAt: '16:30' },
  ],
  ['ten days', paris, '2026-11-02T09:00Z', '2026-11-17T17:00Z', { promiseDays: 10 }],
  [
    'a clock of its own',
    paris,
    '2026-11-16T09:00Z',
    '2026-11-18T14:00Z',
    { timeZone: 'Indian/Reunion' },
  ],
  ['a country of its own', {}, '2026-10-30T09:00Z', '2026-11-03T17:00Z', { country: 'FR' }],
  [
    'an hour that the clocks skip',
    paris,
    '2026-03-27T09:00Z',
    '2026-03-30T00:30Z',
    { promiseDays: 1, closesAt: '02:30' },
  ],
]

for (const [what, place, asked, by, setting] of table)
  test(`two working days: ${what}`, async () => {
    const calendar = await calendarOf(place, { ...usualSetting, ...setting })
    assert.equal(promisedBy(new Date(asked), calendar).toISOString(), new Date(by).toISOString())
  })

test('a promise says what it takes for granted', async () => {
  assert.deepEqual((await calendarOf(paris)).assumed, [])
  assert.deepEqual((await calendarOf({})).assumed, ['time zone', 'weekend', 'holidays'])
  const kuwait = await calendarOf({ country: 'Kuwait' })
  assert.deepEqual(kuwait.assumed, ['holidays'])
  assert.equal(isWorkingDay(kuwait, Temporal.PlainDate.from('2026-11-06')), false)
})

test('a site has the clock of the nearest town that names one', () => {
  const places: readonly (readonly [string, number, number, string])[] = [
    ['FR', 48.9, 2.4, 'Europe/Paris'],
    ['ES', 40.4, -3.7, 'Europe/Madrid'],
    ['ES', 28.5, -16.3, 'Atlantic/Canary'],
    ['PT', 38.7, -9.1, 'Europe/Lisbon'],
    ['US', 33.7, -84.4, 'America/New_York'],
    ['US', 29.8, -95.4, 'America/Chicago'],
    ['US', 21.3, -157.8, 'Pacific/Honolulu'],
    ['AU', -31.9, 115.9, 'Australia/Perth'],
    ['CA', 43.7, -79.4, 'America/Toronto'],
    ['BR', -23.5, -46.6, 'America/Sao_Paulo'],
  ]
  for (const [country, lat, lon, zone] of places) {
    const offset = (name: string | undefined): number =>
      Temporal.Instant.from('2026-01-15T12:00Z').toZonedDateTimeISO(name ?? 'UTC').offsetNanoseconds
    const found = timeZoneOf(country, { lat, lon })
    assert.equal(offset(found), offset(zone), `${country} ${lat} ${lon}: ${found}`)
  }
})

test('where a country has several clocks and the place is not known, the last evening counts', () => {
  assert.equal(timeZoneOf('US'), 'America/Adak')
  assert.equal(timeZoneOf('DE'), 'Europe/Berlin')
})
