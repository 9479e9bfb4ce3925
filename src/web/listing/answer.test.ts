import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StoredStudy } from '../../finder/catalogue/model/stored.ts'
import type { ProtocolSection } from '../../finder/registry/study.ts'
import { smallApp, stored } from '../../testing/small-site.ts'
import { assertValid } from '../../testing/valid-html.ts'
import { createSite } from '../site.ts'
import { monthsLate } from './parts/lateness.ts'
import { plainSpan } from './parts/plain-span.ts'

const lyon = { name: 'Lyon', country: 'FR', lat: 45.76, lon: 4.84, kind: 'town' as const }
const paris = { lat: 48.85, lon: 2.35, exactness: 'town' as const }
const near = { lat: 45.77, lon: 4.85, exactness: 'town' as const }
const ask = { name: 'Dr Ask', phone: '0145213246', email: 'ask@site.example' }

/** A study that is open today (2026-11-23), with a closed site in Lyon and an open one in Paris. */
function study(protocol: Partial<ProtocolSection> = {}): StoredStudy {
  return {
    ...stored({
      identificationModule: { nctId: 'NCT00000001', briefTitle: 'A Study of Anakinra' },
      statusModule: { overallStatus: 'RECRUITING', statusVerifiedDate: '2026-06' },
      conditionsModule: { conditions: ['Kawasaki Disease'] },
      armsInterventionsModule: { interventions: [{ type: 'DRUG', name: 'Anakinra' }] },
      eligibilityModule: { minimumAge: '3 Months', maximumAge: '17 Years', sex: 'ALL' },
      contactsLocationsModule: {
        locations: [
          {
            facility: 'Hospital One',
            city: 'Lyon',
            country: 'France',
            status: 'COMPLETED',
            contacts: [ask],
          },
          {
            facility: 'Hospital Two',
            city: 'Paris',
            country: 'France',
            status: 'RECRUITING',
            contacts: [ask],
          },
        ],
      },
      ...protocol,
    }),
    points: [near, paris],
  }
}

async function page(one: StoredStudy, query = '', prefix = ''): Promise<string> {
  const site = createSite(smallApp([one], [lyon]))
  const response = await site.request(`${prefix}/studies/NCT00000001${query}`)
  assert.equal(response.status, 200)
  const text = await response.text()
  await assertValid(text, query)
  return text
}

/** The answer card as a reader sees it. */
async function answerOf(one: StoredStudy, query = '', prefix = ''): Promise<string> {
  const text = await page(one, query, prefix)
  return text
    .slice(text.indexOf('id="answer"'), text.indexOf('<div class="study-body">'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}

test('an open study says so, names the nearest site that takes people, and offers the check and the contact', async () => {
  const answer = await answerOf(study(), '?near=Lyon&age=8mo&found=4')
  assert.match(answer, /Looking for people/)
  assert.match(answer, /The team confirmed this in June 2026/)
  assert.match(answer, /390 km – Hospital Two, Paris/)
  assert.doesNotMatch(answer, /Hospital One/)
  assert.match(answer, /8 months fits\./)
  assert.match(answer, /Check whether it may fit .*Contact this site/)
})

test('the age is held to the limits exactly, in the unit that was typed', async () => {
  for (const [age, said] of [
    ['2mo', /2 months does not fit/],
    ['3mo', /3 months fits/],
    ['90d', /90 days: near the limit/],
    ['17y', /17 years fits/],
    ['18y', /18 years does not fit/],
    ['215mo', /215 months fits/],
    ['child', /Child: some of this age can join, not all\. Type the age/],
    ['216mo', /216 months does not fit/],
  ] as const)
    assert.match(await answerOf(study(), `?age=${age}`), said, age)
  const unread = study({ eligibilityModule: { minimumAge: 'P18Y' } })
  assert.match(await answerOf(unread, '?age=18y'), /the record does not say clearly/)
  assert.match(
    await answerOf(study({ eligibilityModule: { sex: 'MALE' } }), '?sex=FEMALE'),
    /only for boys and men/,
  )
})

test('without a place or an age the card says for whom and where, and nothing is guessed', async () => {
  const answer = await answerOf(study())
  assert.match(answer, /2 sites ?: France/)
  assert.match(answer, /For people of any sex: 3 months to 17 years/)
  assert.doesNotMatch(answer, /fits|km/)
})

test('a doubtful study never looks open, and offers similar studies first', async () => {
  const old = { overallStatus: 'RECRUITING', statusVerifiedDate: '2019-04' }
  const text = await page(study({ statusModule: old }))
  assert.match(text, /class="answer-state" data-tone="doubt"/)
  assert.doesNotMatch(text, /class="answer-state" data-tone="open"/)
  const answer = await answerOf(study({ statusModule: old }))
  assert.match(answer, /May no longer be open/)
  assert.match(answer, /not confirmed this since April 2019/)
  assert.match(answer, /Similar studies .*Ask whether it is open .*Check anyway/)
})

test('a study that is over names no contact, wherever one stands in its record', async () => {
  const over = study({
    statusModule: {
      overallStatus: 'COMPLETED',
      completionDateStruct: { date: '2020-07', type: 'ACTUAL' },
    },
  })
  for (const path of ['', '/sites', '/history', '.json']) {
    const site = createSite(smallApp([over], [lyon]))
    const text = await (await site.request(`/studies/NCT00000001${path}`)).text()
    assert.doesNotMatch(text, /ask@site|0145213246|Dr Ask/, path)
  }
  assert.match(await answerOf(over), /Finished, without results .*It ended in July 2020/)
})

test('results are late from one year after the main measurement, a month counted to its last day', () => {
  const done = (date: string, type = 'ACTUAL') => ({ primaryCompletionDateStruct: { date, type } })
  assert.equal(monthsLate(done('2020-07'), '2021-07-31'), 0)
  assert.equal(monthsLate(done('2020-07'), '2021-08-31'), 1)
  assert.equal(monthsLate(done('2020-07-01'), '2022-03-01'), 8)
  assert.equal(monthsLate(done('2020-07-01', 'ESTIMATED'), '2022-03-01'), undefined)
  assert.equal(monthsLate({}, '2022-03-01'), undefined)
})

test('a study that only watches people is never late with results', async () => {
  const statusModule = {
    overallStatus: 'COMPLETED',
    primaryCompletionDateStruct: { date: '2013-10', type: 'ACTUAL' },
  }
  const of = (studyType: string) => answerOf(study({ statusModule, designModule: { studyType } }))
  assert.match(
    await of('INTERVENTIONAL'),
    /No results in the registry yet: \d+ months after the main/,
  )
  const watched = await of('OBSERVATIONAL')
  assert.match(watched, /No results in the registry yet\./)
  assert.doesNotMatch(watched, /late|months after/)
})

test('a time is said in the reader’s words only where it is a time and nothing else', () => {
  assert.deepEqual(plainSpan('Week 12'), { value: '12', unit: 'wk', isWithin: false })
  assert.deepEqual(plainSpan('Up to 3 years'), { value: '3', unit: 'a', isWithin: true })
  assert.equal(plainSpan('Approximately 48 months'), undefined)
  assert.equal(plainSpan('12 weeks and 24 weeks'), undefined)
  assert.equal(plainSpan(undefined), undefined)
})

test('what was asked for goes along on every way on, and the page of one reader is kept for no other', async () => {
  const text = await page(study(), '?q=kawasaki&near=Lyon&age=8mo&found=4')
  for (const path of ['check', 'sites', 'history', 'similar'])
    assert.match(
      text,
      new RegExp(
        `href="/studies/NCT00000001/${path}\\?q=kawasaki&amp;near=Lyon&amp;age=8mo&amp;found=4"`,
      ),
    )
  assert.match(text, /Back to the 4 studies/)
  const site = createSite(smallApp([study()], [lyon]))
  const carried = await site.request('/studies/NCT00000001?age=8mo')
  assert.equal(carried.headers.get('cache-control'), 'private, no-cache')
  assert.equal(carried.headers.get('last-modified'), null)
  const plain = await (await site.request('/studies/NCT00000001?utm_source=x')).text()
  assert.doesNotMatch(plain, /utm_source|8 months/)
})

test('the French card is in French', async () => {
  const answer = await answerOf(study(), '?near=Lyon&age=8mo&found=4', '/fr')
  assert.match(answer, /Cherche des participants/)
  assert.match(answer, /8 mois : cela convient/)
  assert.match(answer, /Vérifier si elle peut convenir/)
})

/** The part of a page on what taking part means. */
async function toDoOf(protocol: Partial<ProtocolSection>): Promise<string> {
  const text = (await page(study(protocol))).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  return text.slice(text.indexOf('What you would have to do'), text.indexOf('How many visits'))
}

test('that a record names no placebo is said only where none of its texts names one', async () => {
  const drug = [{ type: 'DRUG', name: 'Anakinra' }]
  const said = async (protocol: Partial<ProtocolSection>) =>
    toDoOf({ armsInterventionsModule: { interventions: drug }, ...protocol })
  assert.match(await said({}), /The record names no placebo/)
  const there = [{ facility: 'Hospital', city: 'Horsham', country: 'United Kingdom' }]
  const apart = {
    contactsLocationsModule: { locations: there },
    eligibilityModule: { eligibilityCriteria: 'No placebo in another study' },
  }
  assert.match(await said(apart), /The record names no placebo/)
  for (const protocol of [
    { descriptionModule: { briefSummary: 'A randomised, double-blind trial.' } },
    { descriptionModule: { detailedDescription: 'Half of the children receive placebo.' } },
    {
      designModule: {
        studyType: 'INTERVENTIONAL',
        designInfo: { maskingInfo: { maskingDescription: 'placebo' } },
      },
    },
  ])
    assert.match(await said(protocol), /speaks of a placebo .* does not say clearly who gets it/)
})

test('a group that the registry calls placebo and that gets a medicine is not said to get none', async () => {
  const group = (label: string, name: string) => ({
    armGroups: [
      { label: 'Anakinra', type: 'EXPERIMENTAL', interventionNames: ['Drug: Anakinra'] },
      { label, type: 'PLACEBO_COMPARATOR', interventionNames: [`Drug: ${name}`] },
    ],
    interventions: [
      { type: 'DRUG', name: 'Anakinra', armGroupLabels: ['Anakinra'] },
      { type: 'DRUG', name, armGroupLabels: [label] },
    ],
  })
  const statin = await toDoOf({ armsInterventionsModule: group('Usual care', 'Statin') })
  assert.doesNotMatch(statin, /1 group gets a placebo/)
  assert.match(statin, /does not say clearly who gets it/)
  const salt = await toDoOf({ armsInterventionsModule: group('Placebo', 'Sodium chloride') })
  assert.match(salt, /1 group gets a placebo/)
  const whole = (
    await page(study({ armsInterventionsModule: group('Placebo', 'Sodium chloride') }))
  ).replace(/<[^>]*>/g, '')
  assert.doesNotMatch(whole, /What is tested: .*chloride/i)
})

test('what does not stand in the list of treatments is counted', async () => {
  const names = ['Anakinra', 'Aspirin', 'Infliximab', 'Ciclosporin', 'Methotrexate', 'Etanercept']
  const interventions = names.map((name) => ({ type: 'DRUG', name, armGroupLabels: ['A'] }))
  const armGroups = [{ label: 'A', type: 'EXPERIMENTAL' }]
  assert.match(
    await toDoOf({ armsInterventionsModule: { armGroups, interventions } }),
    /2 more are in the groups below/,
  )
})

test('how it is given is said of what is given alone', async () => {
  const of = (type: string) => ({
    interventions: [{ type, name: 'Alpha', description: 'Level IV, subcutaneous, once weekly' }],
  })
  assert.match(
    await toDoOf({ armsInterventionsModule: of('DRUG') }),
    /under the skin, once a week/i,
  )
  assert.doesNotMatch(await toDoOf({ armsInterventionsModule: of('PROCEDURE') }), /under the skin/i)
})

test('where only the rules in words speak of an age, no age is said to fit', async () => {
  const eligibilityModule = { sex: 'ALL', eligibilityCriteria: 'Adults with Kawasaki disease' }
  const answer = await answerOf(study({ eligibilityModule }), '?age=8mo')
  assert.match(answer, /8 months: the rules in words speak of an age/)
  assert.match(answer, /The record gives no limit of age, but its rules in words speak of one/)
  assert.doesNotMatch(answer, /Any age|8 months fits/i)
  const free = { sex: 'ALL', eligibilityCriteria: 'Women of child-bearing potential; Child-Pugh A' }
  assert.match(await answerOf(study({ eligibilityModule: free })), /any age/i)
})
