import type { Who } from '../language/who.ts'
import { measuresFr as measured } from './measures.ts'
import type { Words } from '../shape/shape.ts'

const has = { me: 'Avez-vous', child: 'L’enfant a-t-il', other: 'La personne a-t-elle' }
const is = { me: 'Êtes-vous', child: 'L’enfant est-il', other: 'La personne est-elle' }
const can = { me: 'Pouvez-vous', child: 'L’enfant peut-il', other: 'La personne peut-elle' }
const smokes = { me: 'Fumez-vous', child: 'L’enfant fume-t-il', other: 'La personne fume-t-elle' }
const of = { me: '', child: ' de l’enfant', other: ' de la personne' }
const whom = { me: 'vous', child: 'l’enfant', other: 'la personne' }

/** Words of the self-check and of its result, in French. */
export const checkFr: Words['check'] = {
  link: 'Voir si elle peut convenir',
  title: (study) => `Cette étude peut-elle convenir ? ${study}`,
  heading: 'Cette étude peut-elle convenir ?',
  intro:
    'Répondez à ce que vous savez : cela prend environ trois minutes. Passez ce que vous ne savez pas. Nous ne gardons rien : vos réponses restent sur cette page.',
  onlyTeam:
    'Seule l’équipe de l’étude décide qui peut participer. Ce test suit des règles fixes et peut se tromper.',
  readingOwn:
    'Les règles de l’étude sont à côté de chaque question. Elles sont en anglais : nous ne les traduisons pas. Les mots soulignés sont expliqués en français.',
  manyRules:
    'Cette étude a plus de règles qu’on ne peut en demander ici. La page du registre les a toutes.',
  back: 'Retour à l’étude',
  closed: {
    title: 'Cette étude ne prend plus personne.',
    text: 'Nous en sommes désolés. Vous pouvez quand même voir si ses règles conviennent : cela peut aider à choisir une autre étude.',
    next: 'Ce que vous pouvez faire : regarder les études proches qui sont ouvertes, et en parler à votre médecin.',
  },
  opening:
    'Cette étude n’est pas encore ouverte : personne ne peut participer maintenant. Vous pouvez voir si ses règles conviennent, et nous pouvons vous prévenir quand elle ouvre.',
  invitation:
    'Seules les personnes que l’équipe invite peuvent participer à cette étude. On ne peut pas le demander.',
  paused:
    'Cette étude est en pause : elle ne prend personne pour le moment. Elle peut rouvrir, et nous pouvons vous prévenir.',
  notKnown:
    'Nous ne savons pas si cette étude prend des participants. Son statut : {status}. Demandez à l’équipe avant de prévoir quoi que ce soit.',
  groups: {
    first: 'D’abord, ce qui compte le plus',
    person: 'La personne',
    illness: 'La maladie',
    treatments: 'Les traitements reçus',
    others: 'Autres maladies',
    practical: 'Questions pratiques',
  },
  who: {
    legend: 'Pour qui est-ce ?',
    me: 'Moi',
    child: 'Mon enfant',
    other: 'Une personne que j’aide',
  },
  age: {
    legend: 'Âge',
    hint: 'Un nombre entier. Pour un petit enfant, choisissez mois, semaines ou jours.',
    value: 'Âge en chiffres',
    unit: 'Compté en',
    units: { year: 'ans', month: 'mois', week: 'semaines', day: 'jours' },
    born: 'Ou date de naissance (facultatif, plus exact)',
  },
  sex: {
    legend: 'Sexe',
    hint: 'Le sexe à la naissance, comme les études le demandent.',
    FEMALE: 'Féminin',
    MALE: 'Masculin',
    skip: 'Passer',
  },
  condition: {
    one: (who) => `${has[who]} cette maladie ?`,
    some: (who) => `${has[who]} l’une de ces maladies ?`,
    hint: 'Le sujet de l’étude, avec ses propres mots.',
  },
  answers: { yes: 'Oui', no: 'Non', 'not sure': 'Pas sûr', skip: 'Passer' },
  ask: {
    isTrue: (who) =>
      ({
        me: 'Est-ce vrai pour vous ?',
        child: 'Est-ce vrai pour l’enfant ?',
        other: 'Est-ce vrai pour la personne ?',
      })[who],
    measure: (who, code, bound) => {
      const { article, name, it } = measured[code]
      const named = who === 'me' ? `Votre ${name}` : capital(`${article}${name}${of[who]}`)
      return `${named} est-${it} de ${bound} ?`
    },
    has: (who) => `${has[who]} {words} ?`,
    hasFor: (who) => `${has[who]} eu {words} pendant {time} ?`,
    consent: (who) =>
      who === 'me'
        ? 'Accepteriez-vous de participer, et de signer ?'
        : `Vous, ou ceux qui décident pour ${whom[who]}, seriez-vous d’accord pour signer ?`,
    insurance: (who) => `${has[who]} une assurance maladie (Sécurité sociale) ?`,
    language: (who) => `${can[who]} comprendre la langue que l’étude demande ?`,
    travel: (who) => `${can[who]} venir aux visites de l’étude ?`,
    otherStudy: (who) => `${is[who]} déjà dans une autre étude médicale ?`,
    smoking: (who) => `${smokes[who]} ?`,
    pregnant: (who) => pregnant(who, ''),
    lactating: (who) =>
      ({
        me: 'Allaitez-vous ?',
        child: 'L’enfant allaite-t-elle un bébé ?',
        other: 'La personne allaite-t-elle ?',
      })[who],
    both: (who) => pregnant(who, ', ou allaite-t-elle'),
    contraception: (who) => `${can[who]} utiliser une contraception sûre pendant l’étude ?`,
  },
  pregnancyNote: 'À passer pour un homme ou un jeune enfant.',
  joins: {
    any: 'Une seule de ces lignes suffit',
    all: 'Toutes ces lignes comptent',
    atLeast: (count) => `Au moins ${count} de ces lignes comptent`,
  },
  ownLong: 'Lire les mots de l’étude',
  longHint:
    'Cette règle est longue. Si vous ne savez pas, choisissez « Pas sûr » : le centre vous le dira.',
  points: 'Cette règle parle de :',
  measures: namesOf(measured),
  bounds: {
    atLeast: (value) => `${value} ou plus`,
    moreThan: (value) => `plus de ${value}`,
    atMost: (value) => `${value} ou moins`,
    lessThan: (value) => `moins de ${value}`,
    between: (low, high) => `${low} à ${high}`,
    both: (low, high) => `${low} et ${high}`,
  },
  pointAge: 'l’âge : {bound}',
  pointTime: 'une durée : {bound}',
  pointMeasure: '{name} : {bound}',
  ulnUnit: '× la limite normale haute',
  submit: 'Voir le résultat',
  progress: {
    label: 'Où vous en êtes',
    done: '{done} réponses sur {all}',
    next: 'Partie suivante',
    previous: 'Partie d’avant',
    part: 'Partie {part} sur {parts}',
    all: 'Voir toutes les questions',
  },
  problems: {
    age: 'Écrivez l’âge en nombre entier, comme 2, et choisissez ans, mois, semaines ou jours.',
    ageTooMuch: 'Personne n’a cet âge. Vérifiez le nombre et l’unité.',
    unit: 'Choisissez ans, mois, semaines ou jours.',
    born: 'Écrivez la date de naissance ainsi : année-mois-jour, comme 2024-05-17.',
    bornFuture: 'Cette date de naissance est dans le futur.',
    bornDiffers:
      'L’âge et la date de naissance ne vont pas ensemble. Corrigez l’un des deux, ou laissez-le vide.',
    who: 'Choisissez pour qui est ce test.',
    sex: 'Choisissez féminin ou masculin, ou passez.',
    answer: 'Choisissez oui, non, pas sûr ou passer.',
    changed:
      'Les règles de l’étude ont changé depuis que vous avez ouvert cette page. Merci de revoir vos réponses.',
    unreadable:
      'Ce qui a été envoyé ne répond pas à ces questions. Merci d’y répondre sur cette page.',
  },
  unknownFields:
    'Une partie de ce qui a été envoyé n’appartient pas à cette page. Nous l’avons laissée de côté.',
  unfit: {
    more: (total) =>
      total <= 1
        ? '1 autre étude n’est pas pour cet âge ou ce sexe.'
        : `${total} autres études ne sont pas pour cet âge ou ce sexe.`,
    show: 'Les montrer aussi, avec la raison',
    shown:
      'Les études qui ne sont pas pour cet âge ou ce sexe sont montrées aussi. Elles sont marquées.',
    hide: 'Ne plus les montrer',
    age: (range) => `Pas pour cet âge : elle prend ${range}.`,
    sex: (sex) => `Pas pour ce sexe : elle prend ${sex.toLowerCase()}.`,
  },
  tooLarge: {
    title: 'C’est trop de texte',
    text: 'Ce qui a été envoyé est trop grand pour cette page. Rien n’a été gardé. Merci de recommencer.',
    again: 'Recommencer',
  },
  result: {
    title: (study) => `Résultat du test : ${study}`,
    heading: 'Résultat de votre test',
    overall: {
      'worth asking': 'Cela vaut la peine de demander',
      'probably not': 'Probablement pas',
      'the site must tell': 'C’est au centre de le dire',
    },
    meaning: {
      'worth asking':
        'Rien de ce que vous avez dit ne s’oppose à cette étude. Demandez à l’équipe : c’est elle qui décide.',
      'probably not':
        'Une de vos réponses ne va pas avec les règles de l’étude. L’équipe peut vous le dire avec certitude.',
      'the site must tell':
        'Avec ce que vous avez dit, personne ne peut encore savoir. Demandez à l’équipe, ou répondez à plus de questions.',
    },
    against: 'Ce qui s’y oppose',
    confirm: 'Ce que le centre doit confirmer',
    presumed: (count) =>
      count === 1
        ? 'Vous avez passé une chose qui empêcherait de participer. Nous avons supposé que ce n’est pas le cas. Le centre le demandera.'
        : `Vous avez passé ${count} choses qui empêcheraient de participer. Nous avons supposé que ce n’est pas le cas. Le centre les demandera.`,
    all: 'Chaque règle, et pourquoi',
    limits: 'Âge et sexe',
    inclusion: 'Doit être vrai pour participer',
    exclusion: 'Ne doit pas être vrai pour participer',
    unspecified: 'L’étude dit aussi',
    labels: {
      met: 'Rempli',
      clear: 'Pas d’obstacle',
      notMet: 'Pas rempli',
      keepsOut: 'Empêche',
      unknown: 'Pas connu',
      confirm: 'À confirmer',
      none: 'Sans objet',
    },
    ageRule: 'Âge : {range}',
    sexRule: 'Sexe : {sex}',
    conditionRule: 'La maladie : {conditions}',
    because: {
      answer: 'Vous avez répondu : {answer}.',
      age: 'D’après l’âge donné ({age}).',
      ageMissing: 'Vous n’avez pas donné d’âge.',
      ageNear: 'L’âge est si près de la limite que la date de naissance exacte compte.',
      sex: 'D’après le sexe donné.',
      sexMissing: 'Vous n’avez pas donné le sexe.',
      facts: 'D’après ce que vous avez dit au début.',
      differ:
        'Votre réponse et ce que vous avez dit au début ne vont pas ensemble. Vérifiez les deux.',
      limitsDiffer:
        'Les limites d’âge et de sexe de l’étude ne disent pas cela. C’est peut-être demandé à un seul groupe : posez la question au centre.',
      parts: 'D’après les lignes en dessous.',
      presumed: 'Vous l’avez passé. Nous avons supposé que ce n’est pas le cas.',
      nothing: 'Vous n’avez pas répondu.',
      none: 'Cela ne concerne pas cette personne.',
      anyone: 'L’étude ne demande rien de précis ici.',
      conditionSaid: 'Vous avez répondu : {answer}. L’étude porte sur cette maladie.',
      conditionMaybe:
        'Vous avez répondu : non. Une telle étude prend parfois des personnes sans cette maladie : demandez.',
    },
    change: 'Ce qui changerait cela :',
    changes: {
      older: 'À partir de l’âge de {age}.',
      bornFrom: 'À partir du {date}, jour où cet âge est atteint.',
      tooOld: 'Il faudrait que l’étude relève son âge maximum.',
      sex: 'L’étude ne prend qu’un sexe. Cela ne change pas.',
      measure: 'Une nouvelle valeur de {bound}.',
      notMeasure: 'Une nouvelle valeur qui n’est pas de {bound}.',
      answerYes: 'Si cela devient vrai, ou si votre réponse était fausse.',
      answerNo: 'Si ce n’est plus vrai, ou si votre réponse était fausse.',
      tell: 'Répondez à cette question, ou demandez au centre.',
      condition: 'Un médecin qui trouve cette maladie.',
    },
    bring: 'Ce qu’il faut préparer',
    bringNote: 'Tiré des règles de l’étude. Le centre peut demander plus.',
    summary: 'Résumé à imprimer ou à donner à un médecin',
    summaryNote:
      'Fait le {date} avec Trialway, d’après les réponses d’une personne. Nul ne l’a vérifié.',
    summaryPerson: 'Personne',
    summaryStudy: 'Étude',
    summaryResult: 'Résultat',
    summaryAddress: 'Adresse',
    ageGiven: 'âge : {age}',
    ageNotGiven: 'âge non donné',
    sexNotGiven: 'sexe non donné',
    print: 'Imprimer cette page',
    edit: 'Changer mes réponses',
    otherLanguage: 'Read this result in English',
    kept: 'Vos réponses ne sont pas gardées. Quand vous fermez cette page, elles disparaissent.',
    next: 'Que faire ensuite',
    contact: 'À qui demander',
    contactAll: 'Tous les centres et contacts de cette étude',
    noContact:
      'Le registre ne donne aucun contact pour cette étude. Montrez cette page à votre médecin.',
    nobody:
      'L’étude est fermée : il se peut que personne ne réponde. Demandez à votre médecin quelles études sont ouvertes.',
  },
  bring: {
    age: 'Un papier qui montre la date de naissance',
    weight: 'Un poids et une taille récents',
    fever: 'Vos notes sur la fièvre : jours, heures et degrés',
    bloodNamed: 'Les derniers résultats de prise de sang, avec : {names}',
    urine: 'Les résultats d’analyse d’urine',
    heart: 'Le compte rendu de l’échographie du cœur (échocardiographie)',
    ecg: 'Le tracé du cœur (électrocardiogramme)',
    imaging: 'Les comptes rendus de radios et de scanners',
    lungs: 'Le résultat du test de souffle',
    tissue: 'Le compte rendu du prélèvement (biopsie)',
    genes: 'Les résultats de tests génétiques',
    treatments:
      'La liste de tous les traitements reçus, avec doses et dates, et les lettres de l’hôpital',
    vaccines: 'Le carnet de vaccination (carnet de santé), et tout test de la tuberculose',
    allergies: 'La liste des allergies',
    insurance: 'Les papiers de l’assurance maladie (carte Vitale, attestation)',
    consent: 'Ceux qui décident pour l’enfant, avec une pièce d’identité',
    consentSelf: 'Une pièce d’identité',
    diagnosis: 'Les lettres de médecins qui nomment la maladie',
    pregnancy: 'La date des dernières règles, si une grossesse est possible',
  },
}

function pregnant(who: Who, more: string): string {
  if (who === 'me')
    return more === '' ? 'Êtes-vous enceinte ?' : 'Êtes-vous enceinte, ou allaitez-vous ?'
  return `${who === 'child' ? 'L’enfant' : 'La personne'} est-elle enceinte${more} ?`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

type Names = Words['check']['measures']

function namesOf(all: typeof measured): Names {
  return Object.fromEntries(
    Object.entries(all).map(([code, { name }]) => [code, { name }]),
  ) as unknown as Names
}
