import type { BodyPart, SpokenTopic } from '../language/asked.ts'
import type { Who } from '../language/who.ts'

/** What a rule speaks of, as a question to one person, in French; `parts` of the body where a problem is asked for. */
export function spokenTopicsFr(
  who: Who,
  parts: readonly BodyPart[],
): Readonly<Record<SpokenTopic, string>> {
  const has = { me: 'Avez-vous', child: 'Votre enfant a-t-il', other: 'La personne a-t-elle' }[who]
  const orHad = { me: 'ou avez-vous eu', child: 'ou a-t-il eu', other: 'ou a-t-elle eu' }[who]
  const forWhom = { me: 'pour vous', child: 'pour votre enfant', other: 'pour la personne' }[who]
  const toWhom = { me: '', child: ' à votre enfant', other: ' à la personne' }[who]
  const told = { me: 'vous a-t-il', child: 'a-t-il', other: 'a-t-il' }[who]
  const ofWhom = { me: '', child: ' de votre enfant', other: ' de la personne' }[who]
  const your = { me: 'votre', child: 'la', other: 'la' }[who]
  const yours = { me: 'vos', child: 'les', other: 'les' }[who]
  const body = { me: 'votre corps', child: 'son corps', other: 'son corps' }[who]
  return {
    advisedAgainst: `Un médecin ${told} déjà déconseillé un traitement ou un examen${toWhom} ?`,
    alcoholOrDrugs: `${has}, ${orHad}, un problème d’alcool ou de drogue ?`,
    alcoholUse: `${{ me: 'Buvez-vous de l’alcool, ou prenez-vous', child: 'Votre enfant boit-il de l’alcool, ou prend-il', other: 'La personne boit-elle de l’alcool, ou prend-elle' }[who]} des drogues comme le cannabis ?`,
    badReaction: `${has} déjà eu une allergie ou une mauvaise réaction à un médicament, un aliment ou un autre produit ?`,
    bloodGiven: `${has} reçu ou donné du sang ?`,
    bloodPressure: `${capital(your)} tension${ofWhom} est-elle trop haute ou trop basse ?`,
    cameBack: 'La maladie est-elle encore là, ou revenue, malgré un traitement ?',
    cancer: `${has}, ${orHad}, un cancer ?`,
    cancerTreatment: `${has} eu une chimiothérapie, des rayons ou un autre traitement contre le cancer ?`,
    careHome: `${{ me: 'Vivez-vous', child: 'Votre enfant vit-il', other: 'La personne vit-elle' }[who]} dans un lieu de soins, comme une maison de retraite ?`,
    effectsOver: `Les effets des anciens traitements sont-ils passés${{ me: '', child: ' chez votre enfant', other: ' chez la personne' }[who]} ?`,
    geneTest: 'A-t-on fait un test des gènes (ADN) pour cette maladie ?',
    healthAllows: `D’après un médecin, ${your} santé${ofWhom} permet-elle de suivre cette étude jusqu’au bout ?`,
    helper: `Un proche pourrait-il ${{ me: 'vous aider, ou venir avec vous', child: 'aider votre enfant, ou venir avec lui', other: 'aider la personne, ou venir avec elle' }[who]} ?`,
    hiv: `${has} le VIH ?`,
    hivOrHepatitis: `${has}, ${orHad}, le VIH, une hépatite B ou une hépatite C ?`,
    implant: `Y a-t-il un appareil, du métal ou un autre implant dans ${body} ?`,
    infection: `${has} une infection, ${orHad} une infection grave ?`,
    internet: `${has} un téléphone ou un ordinateur avec Internet ?`,
    liveNear: `${{ me: 'Habitez-vous', child: 'Votre enfant habite-t-il', other: 'La personne habite-t-elle' }[who]} près d’un lieu de l’étude ?`,
    menopause: `${capital(yours)} règles${ofWhom} se sont-elles arrêtées pour toujours ?`,
    noMri: `Une IRM est-elle impossible ${forWhom} (métal ou appareil dans le corps, peur d’être enfermé) ?`,
    operationAhead: `Une opération ou une intervention est-elle prévue ${forWhom} ?`,
    operationBefore: `${has} déjà eu une opération ou une intervention ?`,
    problemWith: `${has}, ${orHad}, un problème ${parts.map((one) => places[one]).join(', ou ')} ?`,
    questionnaires: `${{ me: 'Pouvez-vous', child: 'Votre enfant peut-il', other: 'La personne peut-elle' }[who]} répondre à des questions sur papier ou sur écran ?`,
    sample: 'A-t-on confirmé la maladie sur un prélèvement (biopsie) ?',
    spread: 'Le cancer s’est-il étendu, à côté ou ailleurs dans le corps ?',
    stable: `${capital(your)} maladie${ofWhom}, ou son traitement, est-elle restée la même ces derniers temps ?`,
    studyLanguage: `${{ me: 'Parlez-vous et lisez-vous', child: 'Votre enfant parle-t-il et lit-il', other: 'La personne parle-t-elle et lit-elle' }[who]} la langue de l’étude ?`,
    tobacco: `${{ me: 'Fumez-vous, ou avez-vous fumé', child: 'Votre enfant fume-t-il, ou a-t-il fumé', other: 'La personne fume-t-elle, ou a-t-elle fumé' }[who]} ?`,
    transplant: `${has} reçu une greffe (organe ou moelle), ou est-ce prévu ?`,
    viralHepatitis: `${has}, ${orHad}, une hépatite B ou une hépatite C ?`,
    vaccine: `${has} reçu un vaccin récemment, ou est-ce prévu ?`,
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const places: Readonly<Record<BodyPart, string>> = {
  blood: 'de sang ou de saignement',
  bones: 'd’os, d’articulations ou de muscles',
  brain: 'de cerveau ou de nerfs',
  defences: 'de défenses du corps (système immunitaire)',
  ears: 'd’oreilles ou d’audition',
  eyes: 'd’yeux ou de vue',
  gut: 'de digestion (estomac, intestin, pancréas)',
  heart: 'de cœur ou de vaisseaux',
  hormones: 'd’hormones (thyroïde, diabète)',
  kidneys: 'de reins ou de vessie',
  liver: 'de foie ou de vésicule',
  lungs: 'de poumons ou de souffle',
  memory: 'de mémoire ou de pensée',
  mind: 'de santé mentale (comme une dépression)',
  mouth: 'de bouche ou de dents',
  nose: 'de nez ou de gorge',
  skin: 'de peau',
  sleep: 'de sommeil',
  womb: 'd’utérus ou d’ovaires',
}
