import type { BodyPart, SpokenTopic } from '../language/asked.ts'
import type { Who } from '../language/who.ts'

/** What a rule speaks of, as a question to one person, in English; `parts` of the body where a problem is asked for. */
export function spokenTopicsEn(
  who: Who,
  parts: readonly BodyPart[],
): Readonly<Record<SpokenTopic, string>> {
  const you = { me: 'you', child: 'your child', other: 'the person' }[who]
  const your = { me: 'your', child: 'your child’s', other: 'the person’s' }[who]
  const have = { me: 'Do you have', child: 'Does your child have', other: 'Does the person have' }[
    who
  ]
  const had = { me: 'Have you', child: 'Has your child', other: 'Has the person' }[who]
  const orHad = { me: 'or have you had', child: 'or have they had', other: 'or have they had' }[who]
  const does = { me: 'Do you', child: 'Does your child', other: 'Does the person' }[who]
  const can = { me: 'Can you', child: 'Can your child', other: 'Can the person' }[who]
  return {
    advisedAgainst: `Has a doctor ever said that a treatment or an examination is not safe for ${you}?`,
    alcoholOrDrugs: `${have}, ${orHad}, a problem with alcohol or drugs?`,
    alcoholUse: `${does} drink alcohol, or use drugs such as cannabis?`,
    badReaction: `${had} ever had an allergy or a bad reaction to a medicine, a food or another product?`,
    bloodGiven: `${had} received or given blood?`,
    bloodPressure: `Is ${your} blood pressure too high or too low?`,
    cameBack: 'Is the illness still there, or back, in spite of a treatment?',
    cancer: `${have}, ${orHad}, cancer?`,
    cancerTreatment: `${had} had chemotherapy, radiotherapy or another treatment against cancer?`,
    careHome: `${does} live in a place that gives care, such as a nursing home?`,
    effectsOver: `${had} got over the effects of earlier treatments?`,
    geneTest: 'Has a test of the genes (DNA) been done for this illness?',
    healthAllows: `Does a doctor think that ${your} health allows ${you} to follow this study to its end?`,
    helper: `Could someone close to ${you} help, or come along?`,
    hiv: `${have} HIV?`,
    hivOrHepatitis: `${have}, ${orHad}, HIV, hepatitis B or hepatitis C?`,
    implant: `Is there a device, metal or another implant in ${your} body?`,
    infection: `${have} an infection, ${orHad} a serious one?`,
    internet: `${have} a phone or a computer with internet?`,
    liveNear: `${does} live near a place of the study?`,
    menopause: `Have ${your} periods stopped for good?`,
    noMri: `Is an MRI scan impossible for ${you} (metal or a device in the body, fear of closed places)?`,
    operationAhead: `Is an operation or a similar procedure planned for ${you}?`,
    operationBefore: `${had} had an operation or a similar procedure?`,
    problemWith: `${have}, ${orHad}, a problem with ${parts.map((one) => places[one]).join(', or with ')}?`,
    questionnaires: `${can} answer questions on paper or on a screen?`,
    sample: 'Was the illness confirmed by a sample of the body (biopsy)?',
    spread: 'Has the cancer spread, nearby or to other places?',
    stable: `Has ${your} illness, or its treatment, stayed the same lately?`,
    studyLanguage: `${can} speak and read the language of the study?`,
    tobacco: `${does} smoke, or did ${you === 'you' ? 'you' : 'they'} smoke before?`,
    transplant: `${had} had a transplant (an organ or bone marrow), or is one planned?`,
    viralHepatitis: `${have}, ${orHad}, hepatitis B or hepatitis C?`,
    vaccine: `${had} had a vaccine lately, or is one planned?`,
  }
}

const places: Readonly<Record<BodyPart, string>> = {
  blood: 'the blood or bleeding',
  bones: 'bones, joints or muscles',
  brain: 'the brain or nerves',
  defences: 'the body’s defences (immune system)',
  ears: 'the ears or hearing',
  eyes: 'the eyes or sight',
  gut: 'digestion (stomach, bowel, pancreas)',
  heart: 'the heart or blood vessels',
  hormones: 'hormones (thyroid, diabetes)',
  kidneys: 'the kidneys or bladder',
  liver: 'the liver or gall bladder',
  lungs: 'the lungs or breathing',
  memory: 'memory or thinking',
  mind: 'mental health (such as depression)',
  mouth: 'the mouth or teeth',
  nose: 'the nose or throat',
  skin: 'the skin',
  sleep: 'sleep',
  womb: 'the womb or ovaries',
}
