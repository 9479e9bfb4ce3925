import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer } from '../../../finder/eligibility/facts.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { nothingTold, readAnswers } from '../../../finder/self-check/read-answers.ts'
import { selfCheckOf } from '../../../finder/self-check/self-check.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { openVocabulary } from '../../../finder/vocabulary/vocabulary.ts'
import { exampleStudy } from '../../../testing/example-stored.ts'
import { r4Definitions, r5Definitions } from '../../../testing/fhir-definitions.ts'
import { fhirFaults } from '../../../testing/fhir-faults.ts'
import { fhirFromXml } from '../../../testing/fhir-from-xml.ts'
import { shippedStudies } from '../../../testing/shipped-studies.ts'
import { fc } from '../../../testing/properties.ts'
import { sized } from '../../../testing/sized.ts'
import { fhirXml } from '../xml/fhir-xml.ts'
import { checkCodeSystem } from './check-codes.ts'
import { checkedResponse } from './check-outcome.ts'
import { type CheckItem, type CheckOptions, questionnaireOf } from './questionnaire.ts'
import { answersOf, responseOf } from './response-answers.ts'

const vocabulary = openVocabulary()
const today = '2026-11-23'
const kawasaki = exampleStudy('NCT02390596.2020-07-28.xml')
const definitions = { R4: r4Definitions(), R5: r5Definitions() }

function options(version: 'R4' | 'R5', language: 'en' | 'fr'): CheckOptions {
  const base = `https://trials.example.org/fhir/${version}`
  return { version, language, vocabulary, today, base }
}

function allItems(items: readonly CheckItem[]): readonly CheckItem[] {
  return items.flatMap((one) => [one, ...allItems(one.item ?? [])])
}

/** What somebody told, as it comes back after it went out as a response and was read again. */
function throughFhir(told: Told, stored: StoredStudy): Told {
  const check = selfCheckOf(stored.study.protocolSection, { vocabulary, today })
  const sent = responseOf(told, check, options('R4', 'en'))
  for (const version of ['R4', 'R5'] as const)
    assert.deepEqual(fhirFaults(sent, definitions[version]), [])
  const read = answersOf(JSON.parse(JSON.stringify(sent)))
  assert.ok('answers' in read)
  read.answers.set('rules', read.rules ?? '')
  const back = readAnswers(read.answers, check.form)
  assert.deepEqual(back.problems, [])
  assert.equal(back.hasUnknown, false)
  return back.told
}

test('the questionnaire asks the questions of the page, each by its criterion, in both languages and versions', () => {
  const english = questionnaireOf(kawasaki, options('R4', 'en'))
  const items = new Map(allItems(english.item).map((one) => [one.linkId, one]))
  assert.equal(items.size, allItems(english.item).length)
  assert.equal(items.get('c_i3')?.text, 'Is your child’s weight 5 kg or more?')
  assert.equal(items.get('c_i3')?.type, 'choice')
  assert.match(items.get('c_i3-own')?.text ?? '', /Weight ≥5Kg/)
  assert.equal(
    items.get('site')?.item?.every(({ type }) => type === 'display'),
    true,
  )
  const french = questionnaireOf(kawasaki, options('R5', 'fr'))
  const question = allItems(french.item).find(({ linkId }) => linkId === 'c_i3')
  assert.match(question?.text ?? '', /poids/)
  assert.equal(question?.type, 'coding')
  assert.equal(french.language, 'fr')
  assert.equal(french.version, english.version)
})

test('what is not asked of a man waits for the answer that says so', () => {
  const eligibilityCriteria = 'Exclusion Criteria:\n\n* Pregnant or breast-feeding\n* Asthma'
  const { item } = questionnaireOf(
    {
      ...kawasaki,
      study: {
        protocolSection: {
          identificationModule: { nctId: 'NCT00000001' },
          eligibilityModule: { sex: 'ALL', eligibilityCriteria },
        },
      },
    },
    options('R4', 'en'),
  )
  const items = new Map(allItems(item).map((one) => [one.linkId, one]))
  assert.deepEqual(items.get('c_e1')?.enableWhen, [
    {
      question: 'sex',
      operator: '!=',
      answerCoding: { system: 'http://hl7.org/fhir/administrative-gender', code: 'male' },
    },
  ])
  assert.equal(items.get('c_e2')?.enableWhen, undefined)
})

test('a question of a part of its rule says that the site asks the rest, as the page does', () => {
  const eligibilityCriteria =
    'Exclusion Criteria:\n\n* Zorbled blurgitis, asthma or quixes of the blurg\n* Asthma'
  for (const [version, language, says] of [
    ['R4', 'en', 'The site will ask the rest.'],
    ['R5', 'fr', 'Le centre demandera le reste.'],
  ] as const) {
    const identificationModule = { nctId: 'NCT00000001' }
    const protocolSection = { identificationModule, eligibilityModule: { eligibilityCriteria } }
    const made = questionnaireOf(
      { ...kawasaki, study: { protocolSection } },
      options(version, language),
    )
    assert.deepEqual(fhirFaults(made, definitions[version]), [])
    const items = new Map(allItems(made.item).map((one) => [one.linkId, one]))
    assert.deepEqual(items.get('c_e1-rest'), { linkId: 'c_e1-rest', text: says, type: 'display' })
    assert.equal(items.has('c_e2-rest'), false)
  }
})

test('a questionnaire of every study holds to the definitions, also as XML', async () => {
  let asked = 0
  for await (const stored of shippedStudies(sized(150, 1)))
    for (const [version, language] of [
      ['R4', 'en'],
      ['R5', 'fr'],
    ] as const) {
      const made = questionnaireOf(stored, options(version, language))
      assert.deepEqual(fhirFaults(made, definitions[version]), [], made.id)
      const ids = allItems(made.item).map(({ linkId }) => linkId)
      assert.equal(new Set(ids).size, ids.length, made.id)
      assert.deepEqual(fhirFromXml(fhirXml(made, version), version), made)
      asked += ids.length
    }
  assert.ok(asked > 500)
})

test('the codes of answers are described, and hold to the definitions', () => {
  for (const version of ['R4', 'R5'] as const) {
    const { base } = options(version, 'en')
    const system = checkCodeSystem(base)
    assert.deepEqual(fhirFaults(system, definitions[version]), [])
    const known = new Set(system.concept.map(({ code }) => code))
    for (const { answerOption = [] } of allItems(
      questionnaireOf(kawasaki, options(version, 'en')).item,
    ))
      for (const { valueCoding } of answerOption)
        if (valueCoding.system === system.url) assert.ok(known.has(valueCoding.code))
  }
})

test('what a person told comes back from a response as it was told', () => {
  const check = selfCheckOf(kawasaki.study.protocolSection, { vocabulary, today })
  const answer = fc.constantFrom<Answer>('yes', 'no', 'not sure', 'skip')
  const told = fc.record({
    who: fc.constantFrom('me' as const, 'child' as const, 'other' as const),
    age: fc.option(
      fc.record({
        value: fc.integer({ min: 0, max: 120 }),
        unit: fc.constantFrom('year' as const, 'month' as const, 'week' as const, 'day' as const),
      }),
    ),
    sex: fc.option(fc.constantFrom('FEMALE' as const, 'MALE' as const)),
    condition: answer,
    answers: fc.array(answer, {
      minLength: check.form.ids.length,
      maxLength: check.form.ids.length,
    }),
  })
  fc.assert(
    fc.property(told, ({ who, age, sex, condition, answers }) => {
      const said: Told = {
        ...nothingTold(who),
        ...(age && {
          age: { ...age },
          typed: { age: String(age.value), unit: age.unit, born: '' },
        }),
        ...(sex && { sex }),
        condition,
        answers: Object.fromEntries(check.form.ids.map((id, at) => [id, answers[at] ?? 'skip'])),
      }
      assert.deepEqual(throughFhir(said, kawasaki), said)
    }),
    { numRuns: sized(40, 400) },
  )
})

function judged(item: unknown, more: object = {}): ReturnType<typeof checkedResponse> {
  const read = answersOf({
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    questionnaire: 'https://trials.example.org/fhir/R4/Questionnaire/NCT02390596-en',
    item,
    ...more,
  })
  assert.ok('answers' in read)
  return checkedResponse(kawasaki, read, { vocabulary, today })
}

const boyOfTwo = [
  { linkId: 'age', answer: [{ valueQuantity: { value: 2, unit: 'years', code: 'a' } }] },
  { linkId: 'sex', answer: [{ valueCoding: { code: 'male' } }] },
  { linkId: 'condition', answer: [{ valueBoolean: true }] },
  {
    linkId: 'part-1',
    item: [{ linkId: 'c_i3', answer: [{ valueString: 'yes' }] }],
  },
]

test('a response is weighed rule by rule, with the evidence', () => {
  const outcome = judged([...boyOfTwo, { linkId: 'c_e3', answer: [{ valueBoolean: true }] }])
  assert.ok('parameter' in outcome)
  for (const version of ['R4', 'R5'] as const)
    assert.deepEqual(fhirFaults(outcome, definitions[version]), [])
  assert.equal(outcome.parameter[0]?.valueCode, 'probably-not')
  const rules = new Map(
    outcome.parameter
      .filter(({ name }) => name === 'rule')
      .map(({ part = [] }) => {
        const of = (name: string) => part.find((one) => one.name === name)
        return [
          of('id')?.valueString,
          [of('result')?.valueCode, of('evidence')?.valueString ?? ''] as const,
        ]
      }),
  )
  assert.deepEqual(rules.get('age'), ['met', 'From the age you gave (2 years).'])
  assert.deepEqual(rules.get('i3'), ['met', 'You answered: yes.'])
  assert.deepEqual(rules.get('e3'), ['not-met', 'You answered: yes.'])
  assert.equal(rules.get('e6')?.[0], 'presumed')
  const results = new Set([...rules.values()].map(([result]) => result))
  for (const one of ['met', 'not-met', 'presumed', 'unknown']) assert.ok(results.has(one), one)
})

test('what cannot be read is told by its field, and nothing is weighed', () => {
  assert.deepEqual(judged([{ linkId: 'age', answer: [{ valueString: 'two' }] }]), {
    problems: [{ field: 'age', code: 'age' }],
  })
  const twice = [{ valueBoolean: true }, { valueBoolean: false }]
  assert.deepEqual(judged([{ linkId: 'c_i3', answer: twice }]), {
    problems: [{ field: 'c_i3', code: 'answer' }],
  })
  assert.deepEqual(judged([{ linkId: 'c_i3', answer: [{ valueCoding: { code: { a: 1 } } }] }]), {
    problems: [{ field: 'c_i3', code: 'answer' }],
  })
  const old = 'https://trials.example.org/fhir/R4/Questionnaire/NCT02390596-en|000000000000'
  assert.deepEqual(judged(boyOfTwo, { questionnaire: old }), {
    problems: [{ field: 'check-form', code: 'changed' }],
  })
})

test('what is no response of ours is told apart', () => {
  const questionnaire = 'https://trials.example.org/fhir/R4/Questionnaire/NCT02390596-en'
  const response = { resourceType: 'QuestionnaireResponse', questionnaire }
  for (const [sent, problem] of [
    [null, 'notAResponse'],
    ['text', 'notAResponse'],
    [[], 'notAResponse'],
    [{ resourceType: 'Bundle' }, 'notAResponse'],
    [{ resourceType: 'QuestionnaireResponse' }, 'otherQuestionnaire'],
    [{ ...response, questionnaire: { toString: 1 } }, 'otherQuestionnaire'],
    [{ ...response, status: 'entered-in-error' }, 'enteredInError'],
    [{ ...response, item: Array.from({ length: 3_000 }, () => ({ linkId: 'x' })) }, 'tooLarge'],
    [{ ...response, item: nested(100) }, 'tooLarge'],
  ] as const)
    assert.deepEqual(answersOf(sent), { problem }, problem)
})

function nested(depth: number): unknown {
  return [depth === 0 ? { linkId: 'x' } : { linkId: 'x', item: nested(depth - 1) }]
}

test('whatever is sent as a response, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (item, answer) => {
      answersOf({
        resourceType: 'QuestionnaireResponse',
        questionnaire: '/Questionnaire/NCT02390596-fr',
        item: [item, { linkId: item, answer: [answer, item] }, { linkId: 'age', answer }],
      })
    }),
    { numRuns: sized(300, 3_000) },
  )
})
