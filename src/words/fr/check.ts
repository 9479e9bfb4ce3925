import { measuresFr as measured } from './measures.ts'
import { phraseFr, questionFr } from './questions.ts'
import type { Words } from '../shape/shape.ts'

const has = { me: 'Avez-vous', child: 'Votre enfant a-t-il', other: 'La personne a-t-elle' }
const of = { me: '', child: ' de votre enfant', other: ' de la personne' }
const whom = { me: 'vous', child: 'votre enfant', other: 'la personne' }

/** Words of the self-check and of its result, in French. */
export const checkFr: Words['check'] = {
  link: 'Voir si elle peut convenir',
  title: (study) => `Cette étude peut-elle convenir ? ${study}`,
  heading: 'Cette étude peut-elle convenir ?',
  kept: 'Rien de ce que vous répondez n’est gardé.',
  onlyTeam:
    'Seule l’équipe de l’étude décide qui peut participer. Ce test suit des règles fixes et peut se tromper.',
  manyRules:
    'Cette étude a plus de règles qu’on ne peut en demander ici. La page du registre les a toutes.',
  back: 'Retour à l’étude',
  closed: 'Cette étude ne prend plus personne.',
  states: {
    soon: 'Cette étude n’est pas encore ouverte : personne ne peut participer maintenant.',
    paused: 'Cette étude est en pause : elle ne prend personne pour le moment.',
    invitation: 'Seules les personnes que l’équipe invite peuvent participer à cette étude.',
    doubt: 'Cette étude n’est peut-être plus ouverte : personne ne l’a confirmé depuis longtemps.',
    unknown: 'Nous ne savons pas si cette étude prend des participants.',
  },
  similar: 'Études semblables ouvertes',
  who: {
    legend: 'Pour qui est-ce ?',
    me: 'Moi',
    child: 'Mon enfant',
    other: 'Une personne que j’aide',
  },
  person: {
    change: 'Modifier',
    me: { FEMALE: 'Vous, une femme', MALE: 'Vous, un homme', ANY: 'Vous' },
    child: { FEMALE: 'Votre fille', MALE: 'Votre fils', ANY: 'Votre enfant' },
    other: { FEMALE: 'La personne, une femme', MALE: 'La personne, un homme', ANY: 'La personne' },
    withAge: (who, age) => `${who}, ${age}.`,
    noAge: (who) => `${who}.`,
  },
  age: {
    legend: 'Âge',
    hint: 'Pour un petit enfant, choisissez mois, semaines ou jours.',
    value: 'Âge en chiffres',
    unit: 'Compté en',
    units: { year: 'ans', month: 'mois', week: 'semaines', day: 'jours' },
  },
  sex: {
    legend: 'Sexe à la naissance',
    FEMALE: 'Féminin',
    MALE: 'Masculin',
  },
  condition: {
    named: (who, name) =>
      `Un médecin a-t-il dit que ${{ me: 'vous avez', child: 'votre enfant a', other: 'la personne a' }[who]} ${name} ?`,
    some: (who) =>
      `Un médecin a-t-il dit que ${{ me: 'vous avez', child: 'votre enfant a', other: 'la personne a' }[who]} l’une de ces maladies ?`,
  },
  answers: { yes: 'Oui', no: 'Non', 'not sure': 'Je ne sais pas', skip: 'Sans réponse' },
  tiles: { yes: 'Oui', no: 'Non', 'not sure': 'Je ne sais pas' },
  question: questionFr,
  phrase: phraseFr,
  ask: {
    measure: (who, code, bound) => {
      const { article, name, it } = measured[code]
      const named = who === 'me' ? `Votre ${name}` : capital(`${article}${name}${of[who]}`)
      return `${named} est-${it} de ${bound} ?`
    },
  },
  value: (name, bound) => `${name} : ${bound}`,
  and: 'et',
  or: 'ou',
  lists: {
    have: (who) => `${has[who]} l’un de ces problèmes ?`,
    had: (who) => `${has[who]} déjà eu l’un de ces problèmes ?`,
    take: (who) =>
      `${{ me: 'Prenez-vous ou recevez-vous', child: 'Votre enfant prend-il ou reçoit-il', other: 'La personne prend-elle ou reçoit-elle' }[who]} l’un de ces traitements ?`,
    took: (who) => `${has[who]} pris ou reçu l’un de ces traitements ?`,
    need: (who) => `${has[who]} besoin de l’une de ces choses ?`,
    plan: (who) => `L’une de ces choses est-elle prévue pour ${whom[who]} ?`,
    family: (who) =>
      `Quelqu’un de ${who === 'me' ? 'votre' : 'la'} famille a-t-il eu l’un de ces problèmes ?`,
    unable: (who) => `L’une de ces choses est-elle impossible pour ${whom[who]} ?`,
    concerns: (who) => `L’une de ces lignes est-elle vraie pour ${whom[who]} ?`,
    none: 'Rien de cela',
    unsure: 'Je ne sais pas pour certains',
  },
  stop: {
    here: 'L’étude demande ici une autre réponse.',
    part: 'Après l’une de ces réponses, c’est probablement non. Vous pouvez voir le résultat, ou continuer quand même.',
    goOn: 'Continuer quand même',
    limit: (limit, given) => `L’étude prend : ${limit}. Vous avez dit : ${given}.`,
  },
  moreInRule: 'Le centre demandera le reste.',
  ownRule: 'Les mots de l’équipe',
  notAsked: (count, topics) =>
    `${count <= 1 ? '1 règle non demandée' : `${count} règles non demandées`}${topics.length > 0 ? ` : ${topics.join(', ')}` : ''}. L’âge ou le sexe le dit.`,
  topics: {
    pregnancy: 'grossesse',
    contraception: 'contraception',
    nursing: 'allaitement',
    age: 'âge',
    sex: 'sexe',
  },
  siteRules: {
    title: 'Ce que le centre demandera',
    count: (count) => (count <= 1 ? '1 règle' : `${count} règles`),
    text: 'Nous n’en faisons pas de questions simples. Elles sont en anglais ; les mots difficiles sont expliqués en français. Le centre le demandera.',
  },
  hardWords: 'Les mots difficiles expliqués',
  parts: {
    illness: 'La maladie',
    treatments: 'Les traitements',
    others: 'Les autres maladies',
    practical: 'Questions pratiques',
  },
  progress: (part, parts, minutes) =>
    `Partie ${part} sur ${parts} · environ ${minutes <= 1 ? '1 minute' : `${minutes} minutes`}${parts > 1 ? ' en tout' : ''}`,
  nothingToAsk:
    'Les règles de cette étude sont toutes à demander au centre. Vous pouvez voir le résultat pour l’âge et le sexe.',
  next: 'Continuer',
  before: 'Retour',
  measures: namesOf(measured),
  bounds: {
    atLeast: (value) => `${value} ou plus`,
    moreThan: (value) => `plus de ${value}`,
    atMost: (value) => `${value} ou moins`,
    lessThan: (value) => `moins de ${value}`,
    between: (low, high) => `${low} à ${high}`,
    both: (low, high) => `${low} et ${high}`,
  },
  ulnUnit: '× la limite normale haute',
  submit: 'Voir le résultat',
  problems: {
    age: 'Écrivez l’âge en nombre entier, comme 2, et choisissez ans, mois, semaines ou jours.',
    ageTooMuch: 'Personne n’a cet âge. Vérifiez le nombre et l’unité.',
    unit: 'Choisissez ans, mois, semaines ou jours.',
    born: 'Écrivez la date de naissance ainsi : année-mois-jour, comme 2024-05-17.',
    bornFuture: 'Cette date de naissance est dans le futur.',
    bornDiffers:
      'L’âge et la date de naissance ne vont pas ensemble. Corrigez l’un des deux, ou laissez-le vide.',
    who: 'Choisissez pour qui est ce test.',
    sex: 'Choisissez féminin ou masculin, ou laissez vide.',
    answer: 'Choisissez une des réponses.',
    noneAndSome:
      'Vous avez coché « Rien de cela » et une autre ligne. Ne laissez que ce qui est vrai.',
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
    title: (verdict, study) => `${verdict} · ${study}`,
    heading: (person) => `Le résultat pour : ${person}`,
    tally: {
      fits: (count) => (count <= 1 ? 'convient' : 'conviennent'),
      against: (count) => (count <= 1 ? 's’y oppose' : 's’y opposent'),
      presumed: (count) => `${count <= 1 ? 'supposée' : 'supposées'}, faute de réponse`,
      site: () => 'que seul le centre peut dire',
    },
    rules: (count) => (count <= 1 ? '1 règle' : `${count} règles`),
    fits: 'Ce qui convient',
    presumedTitle: 'Ce que nous avons supposé',
    none: 'Règles sans objet',
    write: 'Écrire à un centre',
    overall: {
      'worth asking': 'Cela vaut la peine de demander',
      'probably not': 'Probablement pas',
      'the site must tell': 'C’est au centre de le dire',
    },
    meaning: {
      'worth asking':
        'Rien de ce que vous avez dit ne s’oppose à cette étude. Demandez à l’équipe : c’est elle qui décide.',
      'probably not':
        'Au moins une de vos réponses ne va pas avec les règles de l’étude. L’équipe peut vous le dire avec certitude.',
      'the site must tell':
        'Avec ce que vous avez dit, personne ne peut encore savoir. Demandez à l’équipe, ou répondez à plus de questions.',
      said: 'Une chose que vous avez dite peut empêcher de participer à cette étude. Nous ne lisons pas assez bien la règle pour le dire. Parlez-en au centre : c’est lui qui décide.',
    },
    against: 'Ce qui s’y oppose',
    said: 'Ce que vous avez dit et que le centre doit regarder',
    confirm: 'Ce que le centre doit confirmer',
    presumed: (count) =>
      count === 1
        ? 'Une chose empêcherait de participer, et nous n’en savons rien. Nous avons supposé que ce n’est pas le cas. Le centre le demandera.'
        : `Nous ne savons rien de ${count} choses qui empêcheraient de participer. Nous avons supposé que ce n’est pas le cas. Le centre les demandera.`,
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
      presumed: 'Vous n’en avez rien dit. Nous avons supposé que ce n’est pas le cas.',
      unasked:
        'Nous ne vous l’avons pas demandé : le centre le fera. Nous avons supposé que ce n’est pas le cas.',
      nothing: 'Vous n’avez pas répondu.',
      leftToSite: 'Nous ne vous l’avons pas demandé : le centre le fera.',
      none: 'Cela ne concerne pas cette personne.',
      anyone: 'L’étude ne demande rien de précis ici.',
      conditionSaid: 'Vous avez répondu : {answer}. L’étude porte sur cette maladie.',
      partly:
        'Vous avez répondu : non. La règle dit peut-être plus que notre question : seul le centre peut le dire.',
      wider:
        'Vous avez répondu : oui. La règle ne dit peut-être pas exactement cela : seul le centre peut le dire.',
      oneOfSeveral:
        'Cette ligne est peut-être un choix parmi plusieurs, dont un seul suffit : seul le centre peut le dire.',
      ofSomePeople:
        'Cela n’est peut-être demandé qu’à certaines personnes : posez la question au centre.',
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
      answerWrong: 'Seulement si votre réponse était fausse.',
      tell: 'Répondez à cette question, ou demandez au centre.',
      condition: 'Un médecin qui trouve cette maladie.',
    },
    bring: 'Ce qu’il faut préparer',
    bringNote: 'Tiré des règles de l’étude. Le centre peut demander plus.',
    summaryNote:
      'Fait le {date} avec Trialway, d’après les réponses d’une personne. Nul ne l’a vérifié.',
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
    consentFor: 'Une pièce d’identité de la personne, et de qui décide pour elle s’il y a lieu',
    diagnosis: 'Les lettres de médecins qui nomment la maladie',
    pregnancy: 'La date des dernières règles, si une grossesse est possible',
  },
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
