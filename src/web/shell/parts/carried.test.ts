import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPlaces } from '../../../finder/places/places.ts'
import { openVocabulary } from '../../../finder/vocabulary/vocabulary.ts'
import { builtPlaces } from '../../../testing/built-places.ts'
import { wordsOf } from '../../../words/words.ts'
import type { Page } from '../page.ts'
import { backToList, carriedTo, readCarried } from './carried.ts'

const app = {
  places: openPlaces(await builtPlaces()),
  vocabulary: openVocabulary(),
  today: () => '2026-11-23',
}

function pageIn(language: 'en' | 'fr'): Page {
  return {
    language,
    words: wordsOf(language),
    path: '/studies/NCT02390596',
    baseUrl: 'https://trialway.example',
    query: '',
    summary: { studies: 0, recruiting: 0, countries: 0, generation: 'none' },
    vocabulary: app.vocabulary,
    operator: {},
    inMiles: false,
  }
}

function carriedIn(query: string, language: 'en' | 'fr' = 'en') {
  return readCarried(pageIn(language), new URLSearchParams(query), app)
}

test('a search travels whole, with its page and its filters, to a study and back to its list', () => {
  const query = 'q=kawasaki&near=94270&age=8+mois&sex=male&page=2&status=RECRUITING&phase=PHASE3'
  const carried = carriedIn(`${query}&found=15`, 'fr')
  assert.equal(
    carriedTo(pageIn('fr'), '/studies/NCT02390596/check', carried),
    `/fr/studies/NCT02390596/check?${query}&found=15`,
  )
  assert.deepEqual(backToList(pageIn('fr'), carried), {
    href: `/fr/search?${query}`,
    text: 'Retour aux 15 études',
  })
  assert.equal(backToList(pageIn('en'), carried)?.text, 'Back to the 15 studies')
})

test('an address without a search carries none, and what is no search stays where it is', () => {
  assert.equal(carriedIn(''), undefined)
  assert.equal(carriedIn('sites=all&utm_source=x'), undefined)
  assert.equal(carriedTo(pageIn('en'), '/compare', undefined, { ids: 'NCT1' }), '/compare?ids=NCT1')
})

test('what an address needs for itself counts before what it carries', () => {
  const carried = carriedIn('q=asthma&near=Lyon')
  const address = carriedTo(pageIn('en'), '/alerts/new', carried, { near: 'Paris' })
  assert.equal(address, '/alerts/new?near=Paris&q=asthma')
})

test('there is no way back to a list where there was none', () => {
  assert.equal(backToList(pageIn('en'), carriedIn('near=Paris')), undefined)
  assert.equal(backToList(pageIn('en'), carriedIn('near=Paris&found=-3')), undefined)
  assert.equal(backToList(pageIn('en'), undefined), undefined)
})

test('the person is known in the unit that was typed, from the boxes or from the words', () => {
  const typed = carriedIn('q=kawasaki&near=Lyon&age=8+mois&sex=female', 'fr')?.person
  assert.deepEqual(typed?.age?.age, { value: 8, unit: 'month' })
  assert.equal(typed?.age?.typed, '8 mois')
  assert.equal(typed?.sex, 'FEMALE')
  assert.equal(typed?.place?.place.name, 'Lyon')
  const said = carriedIn('q=my+8+month+old+has+kawasaki+disease+near+Chicago')
  assert.deepEqual(said?.person.age?.age, { value: 8, unit: 'month' })
  assert.equal(said?.person.place?.place.name, 'Chicago')
})

test('what cannot be read is not carried on', () => {
  const carried = carriedIn('q=asthma&age=old&near=Nowhereville+xyz&sex=maybe&found=many')
  assert.equal(carriedTo(pageIn('en'), '/match', carried), '/match?q=asthma')
  assert.deepEqual(carried?.person, {})
})

test('distances are in miles where people count so, unless they ask for the other', () => {
  assert.equal(carriedIn('near=Chicago')?.inMiles, true)
  assert.equal(carriedIn('near=London')?.inMiles, true)
  assert.equal(carriedIn('near=Lyon')?.inMiles, false)
  assert.equal(carriedIn('near=Chicago&within=50km')?.inMiles, true)
  assert.equal(carriedIn('near=Lyon&within=50mi')?.inMiles, true)
  assert.equal(carriedIn('near=Chicago&within=50mi&units=km')?.inMiles, false)
  assert.equal(carriedIn('q=asthma&units=mi')?.inMiles, true)
  assert.equal(carriedIn('q=asthma')?.inMiles, false)
  assert.equal(carriedIn('near=London', 'fr')?.inMiles, false)
  assert.equal(carriedIn('near=London&within=50mi', 'fr')?.inMiles, true)
  assert.equal(carriedIn('near=London&units=mi', 'fr')?.inMiles, true)
})
