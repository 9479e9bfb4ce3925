import assert from 'node:assert/strict'
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, test } from 'node:test'
import { builtPlaces } from '../../testing/built-places.ts'
import { anyText, fc } from '../../testing/properties.ts'
import { sized } from '../../testing/sized.ts'
import { distanceKm } from './distance.ts'
import { labelOf } from './label.ts'
import { type Places, openPlaces } from './places.ts'
import type { Place } from './place.ts'

const folder = mkdtempSync(join(tmpdir(), 'places-'))
let file = ''
let places: Places

before(async () => {
  file = await builtPlaces()
  places = openPlaces(file)
})

after(() => {
  places.close()
  rmSync(folder, { recursive: true })
})

const paris = { lat: 48.85341, lon: 2.3488 }

function found(text: string): string[] {
  return places.find(text).map((place) => labelOf(place, 'en'))
}

function first(text: string): string | undefined {
  return found(text)[0]
}

test('the places file is written whole and nothing is left beside it', () => {
  assert.deepEqual(readdirSync(dirname(file)), ['places.sqlite', 'steps.json'])
  const steps: unknown = JSON.parse(readFileSync(join(dirname(file), 'steps.json'), 'utf8'))
  assert.deepEqual(steps, ['1/5', '2/5', '3/5', '4/5', '5/5'])
})

test('a file that is missing, empty, foreign or cut off is refused with what to do', () => {
  const wrong = join(folder, 'wrong.sqlite')
  assert.throws(() => openPlaces(wrong), /cannot be used \(it is missing\): .*build it again/)
  writeFileSync(wrong, '')
  assert.throws(() => openPlaces(wrong), /\(it is empty\): .*build it again/)
  writeFileSync(wrong, 'x'.repeat(8192))
  assert.throws(() => openPlaces(wrong), /cannot be used .*build it again/)
  rmSync(wrong)
  new DatabaseSync(wrong).exec('create table other (x)')
  assert.throws(() => openPlaces(wrong), /no places file/)
  copyFileSync(file, wrong)
  truncateSync(wrong, 4096)
  assert.throws(() => openPlaces(wrong), /it is damaged/)
  rmSync(wrong)
})

test('no changed bit of the places file is ever used, before it is opened or after', () => {
  const flipped = join(folder, 'flipped.sqlite')
  copyFileSync(file, flipped)
  const open = openPlaces(flipped)
  const bytes = readFileSync(flipped)
  const handle = openSync(flipped, 'r+')
  for (let at = 13; at < bytes.length; at += Math.ceil(bytes.length / sized(8, 40))) {
    writeSync(handle, Uint8Array.of(bytes.readUInt8(at) ^ (1 << (at % 8))), 0, 1, at)
    assert.throws(() => openPlaces(flipped), /cannot be used .*build it again/, String(at))
    writeSync(handle, bytes, at, 1, at)
  }
  closeSync(handle)
  writeFileSync(flipped, Buffer.alloc(bytes.length, 7))
  assert.deepEqual(open.find('Paris'), places.find('Paris'))
  open.close()
  rmSync(flipped)
})

test('a town is found in any language and any script', () => {
  for (const name of ['London', 'Londres', 'LONDRA', 'Лондон'])
    assert.equal(first(name), 'London, England, United Kingdom')
  for (const name of ['München', 'Munich', 'Muenchen'])
    assert.equal(first(name), 'Munich, Bayern, Germany')
  assert.equal(first('東京'), 'Tokyo, Japan')
  assert.equal(first('Москва'), 'Moscow, Russia')
  for (const name of ['Le Kremlin-Bicêtre', 'le kremlin bicetre', 'KREMLIN-BICÊTRE'])
    assert.equal(first(name), 'Le Kremlin-Bicêtre, Île-de-France, France')
})

test('an ambiguous name offers the biggest first and the others after it', () => {
  const [biggest, ...others] = found('Paris')
  assert.equal(biggest, 'Paris, Île-de-France, France')
  assert.ok(others.includes('Paris, Texas, United States'))
  assert.ok(others.includes('Paris, Ontario, Canada'))
  const [inUnitedStates] = places.find('Paris', { country: 'US' })
  assert.equal(inUnitedStates && labelOf(inUnitedStates, 'fr'), 'Paris, Texas, États-Unis')
})

test('a state, region or country after the name chooses among namesakes', () => {
  for (const text of ['Paris, Texas', 'Paris TX', 'paris texas', 'Paris, TX, USA'])
    assert.deepEqual(found(text), ['Paris, Texas, United States'])
  assert.deepEqual(found('Springfield, IL'), ['Springfield, Illinois, United States'])
  assert.equal(first('Washington, D.C.'), 'Washington, District of Columbia, United States')
  assert.equal(first('London Ontario'), 'London, Ontario, Canada')
  assert.equal(first('Toronto ON'), 'Toronto, Ontario, Canada')
  assert.equal(first('Paris, Île-de-France, France'), 'Paris, Île-de-France, France')
  assert.equal(first('Londres, Royaume-Uni'), 'London, England, United Kingdom')
  assert.deepEqual(found('Paris, Spain'), [])
})

test('Saint and St are one word, and so are Mount and Mt', () => {
  assert.equal(first('St Louis, MO'), 'St. Louis, Missouri, United States')
  assert.equal(first('Saint Louis, MO'), 'St. Louis, Missouri, United States')
  assert.equal(first('st etienne'), 'Saint-Étienne, Auvergne-Rhône-Alpes, France')
  assert.equal(first('Mt Vernon, NY'), 'Mount Vernon, New York, United States')
})

test('a postcode is found as people write it', () => {
  const codes = {
    '94270': '94270 Le Kremlin-Bicêtre, France',
    '94270 Le Kremlin-Bicetre': '94270 Le Kremlin-Bicêtre, France',
    '94270 France': '94270 Le Kremlin-Bicêtre, France',
    'F-94270': '94270 Le Kremlin-Bicêtre, France',
    '90210': '90210 Beverly Hills, United States',
    '90210-1234': '90210 Beverly Hills, United States',
    'New York, NY 10001': '10001 New York, United States',
    'LV-1050': '1050 Riga, Latvia',
    '1000-001': '1000-001 Lisboa, Portugal',
  }
  for (const [text, label] of Object.entries(codes)) assert.equal(first(text), label, text)
  assert.match(first('75013 Paris') ?? '', /^75013 Paris.*, France$/)
  assert.match(first('12 rue de la Paix, 75002 Paris') ?? '', /^75002 Paris.*, France$/)
})

test('codes of which only the first part is known are found by it', () => {
  const near = { 'SW1A 1AA': 'GB', sw1a: 'GB', 'K1A 0B1': 'CA', '1012 AB': 'NL', 'D02 X285': 'IE' }
  for (const [text, country] of Object.entries(near)) {
    const [place] = places.find(text)
    assert.deepEqual([place?.kind, place?.country], ['postcode', country], text)
  }
  const [palace] = places.find('SW1A 1AA')
  assert.ok(palace && distanceKm(palace, { lat: 51.501, lon: -0.142 }) < 2)
})

test('a postcode that several countries have offers them all, the asked-for country first', () => {
  const countries = places.find('10115').map((place) => place.country)
  assert.ok(countries.includes('DE') && countries.includes('US'))
  assert.equal(places.find('10115', { country: 'DE' })[0]?.name, 'Berlin')
  assert.deepEqual(found('10115 Berlin'), ['10115 Berlin, Germany'])
})

test('a postcode of several countries is the reader’s first, in the order of their countries', () => {
  const countriesOf = (text: string, reader: readonly string[]) =>
    places.find(text, { reader, limit: 50 }).map(({ country }) => country)
  assert.equal(countriesOf('69003', ['FR', 'BE'])[0], 'FR')
  assert.equal(countriesOf('1000', ['FR', 'BE', 'CH'])[0], 'BE')
  assert.equal(countriesOf('60614', ['US', 'GB'])[0], 'US')
  assert.ok(countriesOf('60614', ['US', 'GB']).length > 2)
  assert.equal(places.find('60614', { reader: ['US'], country: 'DE' })[0]?.country, 'DE')
  assert.equal(places.find('Paris', { reader: ['US'] })[0]?.country, 'FR')
})

test('a district of Paris, Lyon or Marseille is found by its number', () => {
  const districts = {
    'Paris 13': '75013',
    'paris 5ème': '75005',
    'Lyon 3e': '69003',
    'Marseille 8e arrondissement': '13008',
    '20e arrondissement de Paris': '75020',
    'Lyon 1er, France': '69001',
  }
  for (const [text, code] of Object.entries(districts))
    assert.equal(places.find(text)[0]?.postcode, code, text)
  assert.equal(first('Lyon 12'), 'Lyon, Auvergne-Rhône-Alpes, France')
  assert.match(first('Praha 2') ?? '', /^Prague, /)
})

test('a name with brackets is tried whole before what is in them is taken for a hint', () => {
  assert.equal(first('Frankfurt (Oder)'), 'Frankfurt (Oder), Brandenburg, Germany')
  assert.equal(first('Halle (Saale)'), 'Halle (Saale), Sachsen-Anhalt, Germany')
  assert.equal(first('Rotenburg (Wümme)'), 'Rotenburg, Niedersachsen, Germany')
  assert.deepEqual(found('Paris (Texas)'), ['Paris, Texas, United States'])
  assert.equal(first('Boston (USA)'), 'Boston, Massachusetts, United States')
})

test('a town typed with one slip is found, and says that it was corrected', () => {
  const slips = {
    Bordaux: 'Bordeaux, Nouvelle-Aquitaine, France',
    Philadephia: 'Philadelphia, Pennsylvania, United States',
    Barcleona: 'Barcelona, Cataluña, Spain',
    Montpelier34: undefined,
    Chigaco: 'Chicago, Illinois, United States',
    'Toulose, France': 'Toulouse, Occitanie, France',
    'Seatle WA': 'Seattle, Washington, United States',
    Мосвка: 'Moscow, Russia',
    Calfornia: 'California (region), United States',
  }
  for (const [typed, label] of Object.entries(slips)) {
    const [place] = places.find(typed)
    assert.deepEqual(
      [place && labelOf(place, 'en'), place?.isCorrected],
      [label, label && true],
      typed,
    )
  }
  assert.equal(places.find('Bordeaux')[0]?.isCorrected, undefined)
})

test('a village whose name is one slip from a city is itself, and the city is offered after it', () => {
  const [village, city] = found('Pariz')
  assert.ok(village !== undefined && city !== undefined)
  assert.deepEqual(
    [village, city].some((label) => label.startsWith('Paris, Île')),
    true,
  )
})

test('a department is found by its name and its number, and tells its towns from their namesakes', () => {
  for (const text of ['94', 'Val-de-Marne', 'val de marne', 'Val-de-Marne (94)', 'Val de Marnne'])
    assert.deepEqual(
      places
        .find(text)
        .slice(0, 1)
        .map(({ name, kind, area }) => [name, kind, area]),
      [['Val-de-Marne', 'region', 'FR/11/94']],
      text,
    )
  assert.equal(first('2B'), 'Haute-Corse (department), Corse, France')
  assert.equal(first('Saint-Denis (93)'), 'Saint-Denis, Île-de-France, France')
  assert.equal(first('Saint-Pierre, Bas-Rhin'), 'Saint-Pierre, Grand Est, France')
  assert.equal(places.find('Paris')[0]?.kind, 'town')
  assert.equal(places.find('Bavière')[0]?.area, 'DE/02')
  for (const text of ['Yvelines', 'Bavaria', 'Texas', 'Japan']) {
    const [area] = places.find(text)
    for (const language of ['en', 'fr'] as const)
      assert.equal(area && places.find(labelOf(area, language))[0]?.area, area?.area, text)
  }
})

test('a site is in the area its record names, or that of the town around its point', () => {
  const areaOf = (...asked: Parameters<Places['areaOf']>) => places.areaOf(...asked)
  const creteil = { lat: 48.79266, lon: 2.46569 }
  assert.equal(areaOf({ city: 'Créteil', country: 'France' }, creteil), 'FR/11/94')
  assert.equal(areaOf({ country: 'France' }, { lat: 48.7941, lon: 2.4599 }), 'FR/11/94')
  const chicago = { lat: 41.85003, lon: -87.65005 }
  assert.equal(areaOf({ state: 'Illinois', country: 'United States' }, chicago), 'US/IL')
  assert.equal(areaOf({ country: 'United States' }, chicago), 'US/IL')
  assert.equal(areaOf({ state: 'Texas', country: 'United States' }, undefined), 'US/TX')
  assert.equal(areaOf({ country: 'Germany' }, { lat: 48.13743, lon: 11.57549 }), 'DE/02')
  assert.equal(areaOf({ country: 'Germany' }, { lat: 0, lon: -30 }), 'DE')
  assert.equal(areaOf({ city: 'Paris' }, paris), undefined)
})

test('a postcode nobody has, next to a town, finds the town', () => {
  assert.equal(first('00000 Paris'), 'Paris, Île-de-France, France')
  assert.equal(first('Paris 99999'), 'Paris, Île-de-France, France')
})

test('a country or region alone is found as such', () => {
  assert.deepEqual([places.find('France')[0]?.kind, first('France')], ['country', 'France'])
  assert.equal(first('Allemagne'), 'Germany')
  assert.equal(places.find('Scotland')[0]?.kind, 'region')
  assert.equal(places.find('Île-de-France')[0]?.kind, 'region')
  assert.equal(first('New York'), 'New York City, New York, United States')
  assert.equal(first('California'), 'California (region), United States')
  assert.deepEqual(found('Georgia').slice(0, 2), [
    'Georgia (country)',
    'Georgia (region), United States',
  ])
})

// B057 to B073 of the fault plan.
test('coordinates are taken as written, to five decimals', () => {
  const points: [string, number, number][] = [
    ['48.81,2.35', 48.81, 2.35],
    [' 48.81 , 2.35 ', 48.81, 2.35],
    ['-33.9,151.2', -33.9, 151.2],
    ['90,0', 90, 0],
    ['-90,0', -90, 0],
    ['0,180', 0, 180],
    ['0,-180', 0, 180],
    ['48.81471999999999999999,2.3607300000000000000001', 48.81472, 2.36073],
  ]
  for (const [text, lat, lon] of points) {
    const [place, ...others] = places.find(text)
    assert.deepEqual([place?.kind, place?.lat, place?.lon, others.length], ['point', lat, lon, 0])
  }
  const [beside] = places.find('48.81,2.36')
  assert.deepEqual([beside?.country, beside?.town?.name], ['FR', 'Le Kremlin-Bicêtre'])
  const [sea] = places.find('0,-30')
  assert.deepEqual([sea?.country, sea?.town], [undefined, undefined])
  assert.ok(Object.is(places.find('-0,-0.000001')[0]?.lat, 0))
  assert.ok(Object.is(places.find('-0,-0.000001')[0]?.lon, 0))
})

test('what only looks like coordinates is no place', () => {
  const wrong =
    '91,0|-90.00001,0|0,181|0,-180.1|NaN,1|1,NaN|Infinity,0|1e400,0|1e1,2|0x30,1|٤٨,2|48,85,2,35|48.85|,|48.8,|,2.3|1.2.3,4|--1,2|48.81;2.35|1_0,2|00000|000000'
  for (const text of wrong.split('|')) assert.deepEqual(places.find(text), [], text)
})

test('hostile text finds nothing and breaks nothing', () => {
  const texts = [
    '',
    ' ',
    '\u0000',
    "'; drop table towns; --",
    '%',
    '*',
    '_____',
    '\uD800',
    '\u202Eparis\u0000',
    '('.repeat(200),
    '1 '.repeat(100),
    'paris '.repeat(1000),
    'a'.repeat(100_000),
    '__proto__',
    'constructor',
  ]
  for (const text of texts) assert.ok(Array.isArray(places.find(text)), text.slice(0, 20))
  assert.equal(first('\u200BParis\u0007'), 'Paris, Île-de-France, France')
})

test('any text finds a list of real coordinates and never throws', () => {
  const words = fc.constantFrom(
    'Paris',
    '94270',
    'TX',
    'France',
    ',',
    '75013',
    '-',
    '\uFFFD',
    'St',
    '48.8',
  )
  const text = fc.oneof(
    anyText(),
    fc.array(words).map((list) => list.join(' ')),
  )
  const limit = fc.oneof(fc.integer(), fc.double())
  fc.assert(
    fc.property(text, limit, (typed, most) => {
      for (const place of [...places.find(typed, { limit: most }), ...places.suggest(typed, most)])
        assertReal(place)
      const point = places.geocode({ city: typed, zip: typed, state: typed, country: 'France' })
      if (point) assert.ok(Number.isFinite(point.lat) && Number.isFinite(point.lon))
    }),
    { numRuns: sized(100, 1000) },
  )
})

function assertReal(place: Place): void {
  assert.ok(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180)
  assert.ok(labelOf(place, 'en') !== '' && labelOf(place, 'fr') !== '')
}

test('a limit is kept', () => {
  assert.equal(places.find('Paris').length, 10)
  assert.equal(places.find('Paris', { limit: 3 }).length, 3)
  assert.deepEqual(places.find('Paris', { limit: 0 }), [])
  assert.deepEqual(places.find('Paris', { limit: -1 }), [])
  assert.deepEqual(places.suggest('Paris', Number.NaN), [])
})

test('what is typed goes on to the biggest towns', () => {
  const suggested = (typed: string): (string | undefined)[] =>
    places.suggest(typed, 5).map((place) => labelOf(place, 'en'))
  assert.equal(suggested('par')[0], 'Paris, Île-de-France, France')
  assert.equal(suggested('Le Krem')[0], 'Le Kremlin-Bicêtre, Île-de-France, France')
  assert.equal(suggested('st')[0], 'Stockholm, Sweden')
  assert.equal(suggested('st eti')[0], 'Saint-Étienne, Auvergne-Rhône-Alpes, France')
  assert.equal(suggested('東')[1], 'Tokyo, Japan')
  assert.deepEqual(suggested('Paris, tex'), ['Paris, Texas, United States'])
  assert.ok(suggested('94270').includes('94270 Le Kremlin-Bicêtre, France'))
  assert.equal(new Set(suggested('pari')).size, 5)
  assert.deepEqual(suggested('zzzzzz'), [])
})

test('the site of the first study lands in Le Kremlin-Bicêtre, under 5 km from the middle of Paris', () => {
  const site = places.geocode({ city: 'Le Kremlin-Bicêtre', zip: '94275', country: 'France' })
  assert.equal(site?.exactness, 'postcode')
  assert.ok(site && distanceKm(site, paris) > 4 && distanceKm(site, paris) < 5)
})

test('a town is recognised in the ways registries write it', () => {
  const cities = [
    'Le Kremlin Bicêtre',
    'Kremlin Bicetre Cedex',
    'LE KREMLIN-BICETRE',
    'Le Kremlin-Bic\uFFFDtre',
  ]
  for (const city of cities) {
    const point = places.geocode({ city, country: 'France' })
    assert.deepEqual(point, { lat: 48.81471, lon: 2.36073, exactness: 'town' }, city)
  }
  const same: [string, string, string][] = [
    ['Praha 4 - Krc', 'Praha', 'Czechia'],
    ['Firenze (Florence)', 'Florence', 'Italy'],
    ['Belo Horizonte-MG', 'Belo Horizonte', 'Brazil'],
    ['Kurume-shi', 'Kurume', 'Japan'],
    ['Ciudad Autonoma de Buenos Aires', 'Buenos Aires', 'Argentina'],
    ['M\uFFFDnchen', 'München', 'Germany'],
    ['\uFFFDrebro', 'Örebro', 'Sweden'],
    ['Lyon Cedex 03', 'Lyon', 'France'],
  ]
  for (const [written, plain, country] of same) {
    const point = places.geocode({ city: written, country })
    assert.ok(point, written)
    assert.deepEqual(point, places.geocode({ city: plain, country }), written)
  }
})

test('a site is placed by its postcode unless town and state speak against it', () => {
  const boston = places.geocode({
    city: 'Boston',
    state: 'Massachusetts',
    zip: '02115',
    country: 'United States',
  })
  assert.equal(boston?.exactness, 'postcode')
  const slip = places.geocode({
    city: 'Louisville',
    state: 'Kentucky',
    zip: '20202',
    country: 'United States',
  })
  assert.equal(slip?.exactness, 'town')
  assert.ok(slip && distanceKm(slip, { lat: 38.254, lon: -85.759 }) < 20)
})

test('namesakes are told apart by the state', () => {
  const site = (state: string) =>
    places.geocode({ city: 'Springfield', state, country: 'United States' })
  assert.ok(distanceKm(site('Illinois') ?? paris, { lat: 39.8, lon: -89.64 }) < 5)
  assert.ok(distanceKm(site('Massachusetts') ?? paris, { lat: 42.1, lon: -72.59 }) < 5)
  assert.equal(site('Alaska'), undefined)
})

test('parts of a country with their own code are found under the country', () => {
  const reunion = places.geocode({ city: 'Saint-Denis', zip: '97400', country: 'France' })
  assert.ok(reunion && reunion.lat < -20)
  assert.ok(places.geocode({ city: 'Hong Kong', country: 'China' }))
})

test('a small region stands in for its part of town, a wide one does not', () => {
  const ward = places.geocode({ city: 'Shinjuku-ku', state: 'Tokyo', country: 'Japan' })
  assert.equal(ward?.exactness, 'region')
  assert.equal(
    places.geocode({ city: 'Many Locations', state: 'Texas', country: 'United States' }),
    undefined,
  )
})

test('a site whose place is not known has no coordinates', () => {
  assert.equal(places.geocode({}), undefined)
  assert.equal(places.geocode({ city: 'Paris' }), undefined)
  assert.equal(places.geocode({ city: 'Nowhere-on-Sea', country: 'France' }), undefined)
  assert.equal(places.geocode({ city: 'Paris', country: 'Atlantis' }), undefined)
  assert.equal(places.geocode({ city: '\uFFFD\uFFFD', country: 'France' }), undefined)
})
