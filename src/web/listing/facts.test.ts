import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../finder/vocabulary/vocabulary.ts'
import type { Page } from '../shell/page.ts'
import { wordsOf } from '../../words/words.ts'
import { diseaseName } from '../shell/parts/disease-name.ts'
import { ageLimit, ageRange, spokenSpan } from '../shell/parts/ages.ts'
import { spokenOn } from '../shell/parts/dates.ts'
import { spokenDate } from '../../words/dates.ts'
import { PageCache } from './page-cache.ts'
import { scriptJson } from './parts/script-json.ts'
import { isPlace } from './parts/sites-near.ts'

const vocabulary = openVocabulary()

const page = (language: 'en' | 'fr'): Page => ({
  language,
  words: wordsOf(language),
  path: '/',
  baseUrl: '',
  query: '',
  summary: { studies: 0, recruiting: 0, countries: 0, generation: '' },
  vocabulary,
  operator: {},
  inMiles: false,
})

test('a date is said as exactly as it was given', () => {
  assert.equal(spokenDate('en', '2019-07-02'), '2 July 2019')
  assert.equal(spokenDate('en', '2018-09'), 'September 2018')
  assert.equal(spokenDate('fr', '2018-09'), 'septembre 2018')
  assert.equal(spokenDate('en', '2017'), '2017')
  assert.equal(spokenDate('fr', '2019-01-01'), '1er janvier 2019')
  assert.equal(spokenDate('fr', '2019-01-11'), '11 janvier 2019')
})

test('a date after a verb has the word its exactness asks for', () => {
  assert.equal(spokenOn(page('fr'), '2018-09-12'), 'le 12 septembre 2018')
  assert.equal(spokenOn(page('fr'), '2018-09'), 'en septembre 2018')
  assert.equal(spokenOn(page('en'), '2018-09-12'), 'on 12 September 2018')
  assert.equal(spokenOn(page('en'), 'soon'), undefined)
})

test('an age or a time typed short is said with its unit in words', () => {
  assert.equal(spokenSpan(page('en'), '8mo'), '8 months')
  assert.equal(spokenSpan(page('fr'), '45d'), '45 jours')
  assert.equal(spokenSpan(page('fr'), '34'), '34 ans')
  assert.equal(spokenSpan(page('en'), 'old'), 'old')
})

test('a disease is named as the reader would, with its MeSH term in brackets', () => {
  const term = 'Mucocutaneous Lymph Node Syndrome'
  assert.equal(diseaseName(page('en'), term, 'kawasaki'), `Kawasaki disease (${term})`)
  assert.equal(diseaseName(page('en'), term, 'kawasaki disease'), term)
  assert.equal(diseaseName(page('en'), term), term)
  assert.equal(diseaseName(page('fr'), term, 'kawasaki'), `maladie de Kawasaki (${term})`)
  assert.equal(diseaseName(page('fr'), term), `maladie de Kawasaki (${term})`)
  assert.equal(diseaseName(page('fr'), 'Hot Flashes'), 'bouffées de chaleur (Hot Flashes)')
  assert.equal(diseaseName(page('en'), 'Asthma', 'asthma'), 'Asthma')
})

test('what is no day of the calendar is no date', () => {
  for (const text of ['2020-13-45', '0000', '0000-00-00', '2021-02-29', '2020-00', 'soon', ''])
    assert.equal(spokenDate('en', text), undefined, text)
})

test('ages are said in the reader’s language', () => {
  const limits = { minimumAge: '3 Months', maximumAge: '18 Years' }
  assert.equal(ageRange(page('en'), limits), '3 months to 18 years')
  assert.equal(ageRange(page('fr'), limits), 'de 3 mois à 18 ans')
  assert.equal(ageRange(page('en'), {}), 'Any age')
})

test('a highest age that nobody reaches is none; the oldest anybody reached is one', () => {
  const to = (maximumAge: string) => ageRange(page('en'), { minimumAge: '18 Years', maximumAge })
  assert.equal(to('130 Years'), '18 years and older')
  assert.equal(to('122 Years'), '18 years to 122 years')
})

test('an age that cannot be read is unclear, never "no limit"', async () => {
  for (const text of ['P18Y', '-5 Years', '999 Years', '18']) {
    assert.equal(ageRange(page('en'), { minimumAge: text }), undefined)
    assert.match((await ageLimit(page('en'), text)).toString(), /not clear: the registry says/)
  }
})

test('coordinates of 0,0 and beyond the poles are no place', () => {
  assert.ok(!isPlace({ lat: 0, lon: 0 }))
  assert.ok(!isPlace({ lat: 120, lon: 48 }))
  assert.ok(!isPlace({ lat: Number.NaN, lon: 2 }))
  assert.ok(isPlace({ lat: 48.8, lon: 2.3 }))
})

test('JSON inside a script cannot end the script', () => {
  const shown = scriptJson({ title: '</script><script>alert(1)\u2028\u2029' }).toString()
  assert.doesNotMatch(shown, /<|\u2028|\u2029/)
  assert.equal(JSON.parse(shown).title, '</script><script>alert(1)\u2028\u2029')
})

test('kept pages never take more than their room, and the least asked for leaves first', () => {
  const cache = new PageCache(3_000)
  const pageOf = (length: number) => ({ bytes: new Uint8Array(length), imported: '2026-11-20' })
  for (const key of ['a', 'b']) cache.set(key, pageOf(1_000))
  cache.get('a')
  cache.set('c', pageOf(1_000))
  assert.ok(cache.bytes <= 3_000)
  assert.ok(cache.get('a'))
  assert.equal(cache.get('b'), undefined)
  cache.set('huge', pageOf(10_000))
  assert.equal(cache.get('huge'), undefined)
  assert.ok(cache.get('c'))
})
