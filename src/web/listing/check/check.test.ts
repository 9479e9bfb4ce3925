import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import type { Hono } from 'hono'
import type { App } from '../../shell/app.ts'
import { createSite } from '../../site.ts'
import { smallApp, stored } from '../../../testing/small-site.ts'
import { assertValid } from '../../../testing/valid-html.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { workedMs } from '../../../testing/worked-ms.ts'

const kawasaki = exampleStudy('NCT02390596.2020-07-28.xml')
const open = exampleStudy('NCT02179853.2020-07-28.xml')
const women = stored({
  statusModule: { overallStatus: 'RECRUITING' },
  conditionsModule: { conditions: ['Asthma'] },
  designModule: { designInfo: { primaryPurpose: 'TREATMENT' } },
  eligibilityModule: {
    sex: 'FEMALE',
    minimumAge: '18 Years',
    maximumAge: '65 Years',
    eligibilityCriteria:
      'Inclusion Criteria:\n\n* Age 18 to 65 years\n* Body weight > 50 kg\n* One of the following:\n  * wheezing\n  * cough\n\nExclusion Criteria:\n\n* Pregnant or breast-feeding women\n* Diabetes\n* Unable to give informed consent',
  },
})
const bare = stored({ identificationModule: { nctId: 'NCT00000002' } })

const lines: string[] = []
const write = (fields: object, message: string) =>
  lines.push(`${message} ${JSON.stringify(fields)}`)
const app: App = {
  ...smallApp([kawasaki, open, women, bare]),
  log: { info: write, warn: write, error: write },
}
const site: Hono = createSite(app)
const kawasakiPath = '/studies/NCT02390596/check'
const womenPath = '/studies/NCT00000001/check'

type Given = Readonly<Record<string, string>>

/** The page of questions, of a person whose age nobody needs to ask. */
async function questionsOf(path: string, person = 'who=me'): Promise<string> {
  return (await site.request(`${path}?${person}`)).text()
}

async function rulesOf(path: string): Promise<string> {
  const page = await questionsOf(path)
  return /name="rules" value="([^"]*)"/.exec(page)?.[1] ?? ''
}

async function sent(path: string, given: Given): Promise<{ status: number; page: string }> {
  const body = new URLSearchParams({ rules: await rulesOf(path), ...given })
  return post(path, body.toString())
}

async function post(path: string, body: string): Promise<{ status: number; page: string }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await site.request(path, { method: 'POST', headers, body })
  assert.equal(response.headers.get('cache-control'), 'private, no-cache')
  const page = await response.text()
  await assertValid(page, path)
  return { status: response.status, page }
}

function text(page: string): string {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
}

/** The text of a fold, with what is folded inside it. */
function sectionOf(page: string, id: string): string {
  const folds = page.split(/<details\s+class="fold"\s+/)
  const fold = folds.find((one) => one.startsWith(`id="${id}"`))
  return fold === undefined ? '' : text(`<main><p ${fold}</main>`)
}

const boyOfTwo: Given = {
  who: 'child',
  age: '2',
  unit: 'year',
  sex: 'MALE',
  condition: 'yes',
  c_i1: 'yes',
  c_i3: 'yes',
  c_i4: 'yes',
}

test('the parent of a two-year-old with five days of fever is told "worth asking", and what to confirm', async () => {
  for (const prefix of ['', '/fr']) {
    const { status, page } = await sent(`${prefix}${kawasakiPath}`, boyOfTwo)
    assert.equal(status, 200)
    assert.match(
      page,
      prefix ? /Cela vaut la peine de demander/ : /id="overall">\s*<span[^]*?Worth asking/,
    )
    const confirm = sectionOf(page, 'confirm')
    assert.match(confirm, /fever ≥ 38°C, 48 hours after the infusion/)
    assert.match(confirm, /Patient with health insurance/)
    assert.doesNotMatch(text(page), /\beligible\b/i)
  }
})

test('"not sure" of the fever after immunoglobulins is the site’s to confirm', async () => {
  const { page } = await sent(kawasakiPath, { ...boyOfTwo, c_i2: 'not sure', c_i5: 'yes' })
  assert.match(page, /id="overall">\s*<span[^]*?Worth asking/)
  assert.match(sectionOf(page, 'confirm'), /You answered: not sure/)
  assert.doesNotMatch(sectionOf(page, 'confirm'), /health insurance/)
})

test('a child of six weeks is told "probably not", with the rule of age and when it would be met', async () => {
  const { page } = await sent(kawasakiPath, { ...boyOfTwo, age: '6', unit: 'week' })
  assert.match(page, /id="overall">\s*<span[^]*?Probably not/)
  assert.match(sectionOf(page, 'against'), /Age: 3 months to 18 years/)
  assert.match(sectionOf(page, 'against'), /From the age of 3 months/)
})

test('who searched for a mother is asked of her, and of oneself where nobody else was named', async () => {
  const ofHer = await questionsOf(kawasakiPath, 'q=my+mother+81+has+gout')
  assert.match(text(ofHer), /The person, a woman, 81 years/)
  const ofMe = await questionsOf(kawasakiPath, 'q=woman+81+has+gout')
  assert.match(text(ofMe), /You, a woman, 81 years/)
})

test('a date of birth tells the day from which the age fits, and is exact on that day', async () => {
  const { page } = await sent(kawasakiPath, { ...boyOfTwo, age: '', born: '2026-10-10' })
  assert.match(sectionOf(page, 'against'), /From 10 January 2027/)
  const onTheDay = await sent(kawasakiPath, { ...boyOfTwo, age: '', born: '2026-08-23' })
  assert.match(onTheDay.page, /id="overall">\s*<span[^]*?Worth asking/)
  const dayBefore = await sent(kawasakiPath, { ...boyOfTwo, age: '', born: '2026-08-24' })
  assert.match(dayBefore.page, /id="overall">\s*<span[^]*?Probably not/)
})

test('every rule has its reason, the summary its address, and the sentence who decides', async () => {
  const { page } = await sent(kawasakiPath, { ...boyOfTwo, c_e3: 'yes' })
  assert.match(page, /id="overall">\s*<span[^]*?Probably not/)
  const said = text(page)
  assert.ok((page.match(/<li class="(?:yes|no|ask-site|none)"/g) ?? []).length >= 3 + 16)
  assert.match(
    sectionOf(page, 'against'),
    /infection by bacteria.* You answered: yes.*Patients with overt concomitant bacterial infection/,
  )
  assert.match(said, /Only the study team decides who can join/)
  assert.match(said, /https:\/\/trialway\.example\/studies\/NCT02390596/)
  assert.match(sectionOf(page, 'bring'), /vaccination record/)
  assert.match(sectionOf(page, 'bring'), /heart ultrasound/)
  assert.match(sectionOf(page, 'bring'), /insurance/)
})

test('a closed study says so first, and kindly', async () => {
  const page = text(await questionsOf(kawasakiPath))
  assert.ok(page.indexOf('This study takes no new people now') < page.indexOf('Part 1'))
  const result = text((await sent(kawasakiPath, boyOfTwo)).page)
  assert.ok(result.indexOf('This study takes no new people now') < result.indexOf('Worth asking'))
  const recruiting = text(await (await site.request('/studies/NCT02179853/check')).text())
  assert.doesNotMatch(recruiting, /takes no new people/)
})

/** Words of the page in English and French, for what a family is told of NCT02390596. */
const wordings = [
  {
    prefix: '',
    closed: 'This study takes no new people now',
    probablyNot: 'Probably not',
    mustTell: 'The site must tell',
    limit: 'Age: 3 months to 18 years',
    insurance: 'Does your child have health insurance?',
    contraception: 'birth control',
    notAsked: 'It is not asked of this person',
    period: 'if pregnancy is possible',
    young: '6 weeks',
    old: '70 years',
  },
  {
    prefix: '/fr',
    closed: 'Cette étude ne prend plus personne',
    probablyNot: 'Probablement pas',
    mustTell: 'C’est au centre de le dire',
    limit: 'Âge : de 3 mois à 18 ans',
    insurance: 'Votre enfant a-t-il une assurance maladie',
    contraception: 'contraception',
    notAsked: 'Cela ne concerne pas cette personne',
    period: 'si une grossesse est possible',
    young: '6 semaines',
    old: '70 ans',
  },
] as const

for (const words of wordings) {
  const told = (given: Given) =>
    sent(`${words.prefix}${kawasakiPath}`, { condition: 'yes', unit: 'year', ...given })

  test(`a boy of 8 months has nothing against, two things to confirm, and no question of contraception (${words.limit})`, async () => {
    const { page } = await told({ who: 'child', age: '8', unit: 'month', sex: 'MALE' })
    const said = text(page)
    assert.ok(said.indexOf(words.closed) < said.indexOf(words.mustTell))
    assert.equal(sectionOf(page, 'against'), '')
    const confirm = sectionOf(page, 'confirm')
    assert.match(confirm, /48 hours after the infusion of 2g\/kg of IV Ig/)
    assert.ok(confirm.includes(words.insurance))
    assert.ok(!confirm.includes(words.contraception))
    assert.ok(said.includes(words.notAsked))
    assert.ok(!said.includes(words.period))
  })

  test(`a girl of 13 is asked about pregnancy and contraception (${words.limit})`, async () => {
    const { page } = await told({ who: 'child', age: '13', sex: 'FEMALE' })
    assert.equal(sectionOf(page, 'against'), '')
    assert.ok(sectionOf(page, 'confirm').includes(words.contraception))
    assert.match(text(page), /pregnant|enceinte/)
    assert.ok(sectionOf(page, 'bring').includes(words.period))
    assert.ok(!text(page).includes(words.notAsked))
    const yes = await told({ who: 'child', age: '13', sex: 'FEMALE', c_e1: 'yes' })
    // The rule names more than was asked: a yes is for the site to weigh, and is told by itself.
    assert.match(sectionOf(yes.page, 'said'), /pregnant|enceinte/)
    assert.doesNotMatch(text(yes.page), /Nothing you told us speaks against|ne s’oppose/)
    assert.equal(sectionOf(page, 'said'), '')
  })

  test(`a woman of 70 and a child of six weeks are told no, by age, with the limit (${words.limit})`, async () => {
    const woman = await told({ who: 'me', age: '70', sex: 'FEMALE' })
    const child = await told({ who: 'child', age: '6', unit: 'week', sex: 'MALE' })
    for (const [page, age] of [
      [woman.page, words.old],
      [child.page, words.young],
    ] as const) {
      const said = text(page)
      assert.ok(said.indexOf(words.closed) < said.indexOf(words.probablyNot))
      assert.ok(said.includes(words.closed) && said.includes(words.probablyNot))
      const against = sectionOf(page, 'against')
      assert.ok(against.includes(words.limit), against)
      assert.ok(against.includes(`(${age})`), against)
    }
  })
}

test('a plain question asks exactly what the rule says; what is only nearly read is left to the site', async () => {
  const page = text(await questionsOf(kawasakiPath, 'age=8mo&sex=MALE'))
  assert.match(page, /Is your child’s weight 5 kg or more\?/)
  assert.match(page, /Does your child have health insurance\?/)
  assert.doesNotMatch(page, /pregnan[^.]*\?/, 'nobody asks it of a boy of eight months')
  assert.match(
    page.slice(page.indexOf('What the site will ask')),
    /failed to respond to standard therapy/,
  )
  const women = text(await questionsOf(womenPath))
  assert.match(women, /Is your weight more than 50 kg\?/)
  assert.match(women, /Are you pregnant, or breast-feeding\?/)
  assert.match(women, /Do you have diabetes\?/)
  assert.doesNotMatch(women, /\? *Age 18 to 65 years/, 'the age was asked once')
})

test('a question the other way round is answered as it is asked, and counts as it is meant', async () => {
  const given = { who: 'me', age: '30', unit: 'year', sex: 'FEMALE', condition: 'yes', c_i2: 'yes' }
  assert.match(text(await questionsOf(womenPath)), /Would you agree to take part, and sign\?/)
  const agrees = await sent(womenPath, { ...given, 'c_i3.1': 'yes', c_e3: 'yes' })
  assert.match(agrees.page, /id="overall">\s*<span[^]*?Worth asking/)
  const refuses = await sent(womenPath, { ...given, 'c_i3.1': 'yes', c_e3: 'no' })
  assert.match(
    sectionOf(refuses.page, 'against'),
    /agree to take part, and sign\? *You answered: no/,
  )
  const again = await sent(womenPath, { ...given, c_e3: 'no', edit: 'yes' })
  assert.match(again.page, /name="c_e3"\s+value="no"\s+(?:class="decides"\s+)?checked/)
})

test('lines of a list are answered together: each that is ticked is so, and "none" says that no other is', async () => {
  const page = await questionsOf(kawasakiPath, 'age=8mo&sex=MALE')
  const name = /name="(any_[^"]+)"/.exec(page)?.[1] ?? ''
  const [first = '', second = ''] = name.slice(4).split('_')
  const none = await sent(kawasakiPath, { ...boyOfTwo, [name]: 'none' })
  assert.match(none.page, /id="overall">\s*<span[^]*?Worth asking/)
  const some = await sent(kawasakiPath, { ...boyOfTwo, [name]: first })
  assert.match(some.page, /id="overall">\s*<span[^]*?Probably not/)
  assert.match(sectionOf(some.page, 'presumed'), /You said nothing of it/, `${second} was not told`)
  const body = `rules=${await rulesOf(kawasakiPath)}&${name}=none&${name}=${first}`
  const both = await post(kawasakiPath, body)
  assert.equal(both.status, 422)
  assert.match(both.page, /Leave only what is so/)
})

test('age or sex that speak against are told before anything is asked, with the limit and the way on', async () => {
  for (const [person, limit] of [
    [
      'who=me&age=70y&sex=FEMALE',
      /Probably not *The study takes 3 months to 18 years. You said: 70 years/,
    ],
    [
      'who=child&age=6w&sex=MALE',
      /Probably not *The study takes 3 months to 18 years. You said: 6 weeks/,
    ],
  ] as const) {
    const page = await questionsOf(kawasakiPath, person)
    await assertValid(page, person)
    assert.match(text(page), limit)
    assert.match(page, /href="#part-1"[^>]*>\s*Go on anyway/)
    assert.match(page, /data-state="stopped"/)
  }
})

test('a person whom nobody named is asked for first, and the answer goes into the address', async () => {
  const page = await (await site.request(kawasakiPath)).text()
  await assertValid(page, kawasakiPath)
  assert.match(page, /<form method="get"/)
  const typed = await site.request(
    `${kawasakiPath}?who=child&age=8&unit=month&sex=MALE&cond=asthma`,
  )
  assert.equal(typed.status, 302)
  const there = new URL(typed.headers.get('location') ?? '', 'http://x')
  assert.equal(there.searchParams.get('age'), '8mo')
  assert.equal(there.searchParams.get('cond'), 'asthma')
  assert.match(
    text(await questionsOf(kawasakiPath, 'who=child&age=soon&unit=month')),
    /whole number/,
  )
})

test('what was presumed from silence is counted apart, never among what fits', async () => {
  const { page } = await sent(kawasakiPath, boyOfTwo)
  const counts = [...page.matchAll(/<dd class="num">(\d+)<\/dd>/g)].map(([, digits]) =>
    Number(digits),
  )
  assert.equal(counts.length, 4)
  assert.ok((counts[2] ?? 0) > 0)
  assert.doesNotMatch(sectionOf(page, 'fits'), /said nothing/)
  // A heading of the team's over lines that nobody answered is itself only presumed.
  assert.doesNotMatch(sectionOf(page, 'fits'), /Recent tuberculosis/)
  assert.match(sectionOf(page, 'presumed'), /Recent tuberculosis/)
})

test('what a number counts agrees with it, in both languages', async () => {
  const one = { who: 'me', age: '30', unit: 'year', sex: 'MALE', condition: 'yes', c_i2: 'yes' }
  const { page } = await sent(womenPath, one)
  assert.match(text(page), /speaks against 1 /)
  const french = await sent(`/fr${womenPath}`, one)
  assert.match(text(french.page), /s’y oppose 1 /)
  assert.doesNotMatch(
    text(french.page),
    /s’y opposent 1 |conviennent [01] |supposées, faute de réponse [01] /,
  )
  const both = await sent(`/fr${womenPath}`, { ...one, condition: 'no' })
  assert.match(text(both.page), /s’y opposent 2 /)
})

test('one of a list is enough where the rule says so', async () => {
  const given = { who: 'me', age: '30', unit: 'year', sex: 'FEMALE', condition: 'yes', c_i2: 'yes' }
  const one = await sent(womenPath, { ...given, 'c_i3.1': 'yes', 'c_i3.2': 'no' })
  assert.match(one.page, /id="overall">\s*<span[^]*?Worth asking/)
  const none = await sent(womenPath, { ...given, 'c_i3.1': 'no', 'c_i3.2': 'no' })
  assert.match(none.page, /id="overall">\s*<span[^]*?Probably not/)
})

test('the other sex, and the lack of the illness that is treated, speak against a study', async () => {
  const man = await sent(womenPath, { age: '30', sex: 'MALE', condition: 'yes' })
  assert.match(sectionOf(man.page, 'against'), /Sex: Women and girls/)
  const well = await sent(womenPath, { age: '30', sex: 'FEMALE', condition: 'no' })
  assert.match(sectionOf(well.page, 'against'), /The illness: asthma/)
})

test('who says nothing is told that the site must tell, never more', async () => {
  for (const path of [kawasakiPath, womenPath, '/studies/NCT00000002/check'])
    assert.match((await sent(path, {})).page, /id="overall">\s*<span[^]*?The site must tell/)
})

test('an answer that the age contradicts is shown, not believed', async () => {
  const { page } = await sent('/studies/NCT02390596/check', { ...boyOfTwo, age: '20', unit: 'day' })
  assert.match(text(page), /do not agree/)
})

test('"change my answers" brings the questions back filled in, and nothing goes into an address', async () => {
  const { page } = await sent(kawasakiPath, { ...boyOfTwo, edit: 'yes' })
  assert.match(page, /name="who" value="child"/)
  assert.match(page, /name="c_i3"\s+value="yes"\s+checked/)
  assert.match(page, /name="age" value="2"/)
  const result = await sent(kawasakiPath, boyOfTwo)
  assert.match(result.page, /name="c_i1" value="yes"/)
  assert.doesNotMatch(result.page, /href="[^"]*c_i1/)
})

const refused: Readonly<Record<string, Given>> = {
  'letters for an age': { age: 'two' },
  'a negative age': { age: '-2' },
  'an age of a thousand years': { age: '1000', unit: 'year' },
  'an age with a fraction': { age: '2.5' },
  'an unknown unit': { age: '2', unit: 'fortnight' },
  'a date that is none': { born: '2026-02-30' },
  'a date in the future': { born: '2027-01-01' },
  'a date before anybody alive': { born: '1850-01-01' },
  'an age and a date that differ': { age: '9', unit: 'year', born: '2024-01-01' },
  'a third sex value': { sex: 'X' },
  'an unknown person': { who: 'dog' },
  'an answer that is none': { c_i1: 'perhaps' },
  'half a character': { age: '\uD800' },
  NUL: { age: '2\0x' },
  'rules that have changed since': { rules: 'abc' },
  'a script': { age: '"><script>alert(1)</script>' },
}

for (const [name, given] of Object.entries(refused))
  test(`${name} is answered with what to do, and the form as it was filled in`, async () => {
    for (const prefix of ['', '/fr']) {
      const { status, page } = await sent(`${prefix}${kawasakiPath}`, { c_i3: 'yes', ...given })
      assert.equal(status, 422)
      assert.match(page, /class="error-summary"/)
      assert.match(page, /name="c_i3"\s+value="yes"\s+checked/)
      assert.doesNotMatch(page, /<script>alert/)
      for (const [, id = ''] of page.matchAll(/<li><a href="#([^"]+)"/g))
        assert.ok(page.includes(`id="${id}"`), id)
    }
  })

test('fields that the page has not are left out, and this is said', async () => {
  const { status, page } = await sent(kawasakiPath, {
    ...boyOfTwo,
    c_zz9: 'yes',
    ['__proto__']: '1',
  })
  assert.equal(status, 200)
  assert.match(text(page), /does not belong to this page/)
})

test('a body of a megabyte is refused in words, and one that is no form asks to answer here', async () => {
  for (const prefix of ['', '/fr']) {
    const large = await post(`${prefix}${kawasakiPath}`, `age=${'9'.repeat(1_000_000)}`)
    assert.equal(large.status, 413)
    assert.match(large.page, /<h1>/)
  }
  assert.equal((await post(kawasakiPath, '{"age":2}')).status, 422)
  assert.equal((await post(kawasakiPath, '')).status, 200)
})

test('whatever is sent, a valid page comes back', async () => {
  const name = fc.constantFrom(
    'who',
    'age',
    'unit',
    'born',
    'sex',
    'condition',
    'c_i1',
    'c_e7.1',
    'x',
  )
  const pair = fc.tuple(name, anyText({ maxLength: 30 }))
  const rules = await rulesOf(kawasakiPath)
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 6 }), async (pairs) => {
      const body = new URLSearchParams([['rules', rules], ...pairs])
      const { status } = await post(kawasakiPath, body.toString())
      assert.ok(status === 200 || status === 422)
    }),
    { numRuns: sized(12, 100) },
  )
})

test('the questions are valid in both languages, for every example, and stored by nobody', async () => {
  for (const prefix of ['', '/fr'])
    for (const id of ['NCT02390596', 'NCT02179853', 'NCT00000001', 'NCT00000002']) {
      const response = await site.request(`${prefix}/studies/${id}/check?who=me`)
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('cache-control'), 'private, no-cache')
      await assertValid(await response.text(), `${prefix}${id}`)
    }
  assert.equal((await site.request('/studies/hello/check')).status, 400)
  assert.equal((await site.request('/studies/NCT99999999/check')).status, 404)
  assert.equal((await site.request('/studies/nct2390596/check')).status, 308)
})

test('nothing that a person told reaches the log', async () => {
  await sent(kawasakiPath, { ...boyOfTwo, age: '41370001' })
  await sent(kawasakiPath, { ...boyOfTwo, c_canary: 'canary-41370001' })
  assert.doesNotMatch(lines.join('\n'), /41370001|canary/)
})

test('a rule that is asked of one group says of which', async () => {
  const cohorts = stored({
    eligibilityModule: {
      eligibilityCriteria:
        'Inclusion Criteria:\n\n* Fever\n\nInclusion Criteria for Cohort B:\n\n* A rash',
    },
  })
  const page = await (
    await createSite(smallApp([cohorts])).request('/studies/NCT00000001/check?who=me')
  ).text()
  assert.match(text(page), /Cohort B A rash/)
})

test('rules that are put in the same words are one line of a result, which tells each of them', async () => {
  const cohorts = stored({
    eligibilityModule: {
      eligibilityCriteria:
        'Exclusion Criteria for Cohort A:\n\n* Diabetes mellitus\n\nExclusion Criteria for Cohort B:\n\n* Diabetes mellitus\n* Asthma\n\nExclusion Criteria for Cohort C:\n\n* Diabetes mellitus',
    },
  })
  const shop = createSite(smallApp([cohorts]))
  const path = '/studies/NCT00000001/check'
  const asked = await (await shop.request(`${path}?who=me`)).text()
  const rules = /name="rules" value="([^"]*)"/.exec(asked)?.[1] ?? ''
  const fields = { rules, who: 'me', age: '40', unit: 'year', sex: 'MALE', c_e1: 'yes' }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(fields).toString()
  const page = await (await shop.request(path, { method: 'POST', headers, body })).text()
  await assertValid(page, path)
  const against = sectionOf(page, 'against')
  assert.match(against, /3 rules Do you have diabetes\?[^]*\(3 rules\)/)
  assert.equal(against.match(/You answered/g)?.length, 1)
  for (const cohort of ['A', 'B', 'C']) assert.match(against, new RegExp(`Cohort ${cohort}`))
})

test('an illness with a stage is asked and told in French, and English words beside one are marked', async () => {
  const shown = async (condition: string) => {
    const study = stored({ conditionsModule: { conditions: [condition] } })
    const path = '/fr/studies/NCT00000001/check?who=me'
    const asked = await (await createSite(smallApp([study])).request(path)).text()
    const told = await (
      await createSite(smallApp([study])).request('/fr/studies/NCT00000001')
    ).text()
    return { asked, told }
  }
  const breast = await shown('Advanced Breast Cancer')
  assert.match(text(breast.asked), /que vous avez un cancer du sein avancé/)
  assert.match(text(breast.told), /cancer du sein avancé/)
  assert.doesNotMatch(text(breast.told), /Cette étude porte sur[^.]*Advanced/)
  const after = await shown('Breast Cancer Survivors')
  const marked = /cancer du sein \(<bdi class="own" lang="en">Breast Cancer Survivors</
  assert.match(after.asked, marked)
  assert.match(after.told, marked)
})

test('60,000 characters of rules are questions with less than a second of work', async () => {
  const rule = '* Patients aged 18 years or older with fever ≥ 38 °C and eGFR ≤ 29 mL/min/1.73 m2\n'
  const long = stored({
    eligibilityModule: { eligibilityCriteria: `Inclusion Criteria:\n\n${rule.repeat(700)}` },
  })
  const large = createSite(smallApp([long]))
  const worked = await workedMs(async () =>
    (await large.request('/studies/NCT00000001/check?who=me')).text(),
  )
  assert.ok(worked < 1_000, `${worked} ms`)
})
