import { counter } from '../language/plural.ts'
import type { Words } from '../shape/shape.ts'

const count = counter('fr')

/** Words of the way from a seeker to a site: the form, its consent, and what there is instead. */
export const connectFr: Words['connect'] = {
  anySite: 'Écrire à un centre',
  back: 'Retour à l’étude',
  unnamedSite: 'un centre sans nom',
  otherSite: 'Choisir un autre centre',
  away: '{distance} de {place}',
  form: {
    title: 'Écrire à : {site}',
    promised: 'Une réponse est promise avant le {day}.',
    promisedNext:
      'Sinon, nous relançons l’équipe. Puis nous vous proposons autre chose. Aucun message ne reste sans réponse.',
    hoped: 'Nous demandons à l’équipe de répondre avant le {day}.',
    hopedNext:
      'Ce centre ne l’a pas promis : il n’utilise pas encore Trialway. Nous écrivons à l’adresse qui est dans le registre. Si personne ne répond, nous vous le disons et vous proposons autre chose.',
    inTime: 'Cette équipe a répondu à {kept} messages sur {all} dans le temps promis.',
    counted: 'Les jours comptent à partir du moment où vous dites oui dans notre courriel.',
    who: 'Qui êtes-vous ?',
    whoIs: {
      patient: 'La personne malade',
      parent: 'Un parent ou tuteur',
      doctor: 'Un médecin',
      other: 'Quelqu’un d’autre',
    },
    name: 'Votre nom à vous (facultatif)',
    nameHint: 'Un prénom suffit. N’écrivez pas le nom d’un enfant ou d’un patient.',
    email: 'Votre adresse électronique',
    emailHint: 'Nous vous y envoyons d’abord un lien, pour être sûrs qu’elle est à vous.',
    phone: 'Téléphone (facultatif)',
    when: 'Comment voulez-vous la réponse ?',
    whens: {
      email: 'Par courriel',
      any: 'Par téléphone, quand ils veulent',
      morning: 'Par téléphone, le matin',
      afternoon: 'Par téléphone, l’après-midi',
      evening: 'Par téléphone, le soir',
    },
    message: 'Votre message (facultatif)',
    messageHint:
      'Quelques phrases, environ 1 000 lettres au plus. Sans noms, et sans numéros comme celui de la sécurité sociale.',
    answers: (n) =>
      n === 1
        ? 'Joindre ma réponse à la vérification'
        : `Joindre mes ${count(n, { one: 'réponse', other: 'réponses' })} à la vérification`,
    answersHint:
      'L’équipe voit chaque règle et votre réponse. Sans elles, elle vous les redemandera.',
    answersOld:
      'Les règles de cette étude ont changé depuis votre vérification. Vos réponses ne peuvent donc pas être jointes. Vous pouvez d’abord refaire la vérification.',
    button: 'Envoyer mon message',
    letter: 'Vous préférez téléphoner ou écrire vous-même ?',
    letterLink: 'Numéros de téléphone, et une lettre à imprimer',
    trap: 'Laissez cette case vide',
  },
  card: {
    title: 'Ce qui part, et à qui',
    what: 'Ce qui part',
    always: 'Qui vous êtes, comment vous joindre, votre message',
    name: 'votre nom, si vous le donnez',
    age: (age) => `l’âge : ${age}`,
    sex: { FEMALE: 'le sexe : féminin', MALE: 'le sexe : masculin' },
    place: 'le lieu : {place}',
    answers: 'vos réponses à la vérification, si vous cochez la case',
    change: 'Changer l’âge, le sexe ou le lieu',
    to: 'À qui',
    toDesk: 'L’équipe de l’étude, ici : {site}. Personne d’autre.',
    toMail:
      'L’équipe de l’étude, ici : {site}. Nous écrivons à l’adresse que donne le registre, sans vos mots. L’équipe les lit ici, une fois qu’elle a montré qui elle est. Personne d’autre.',
    howLong: 'Combien de temps',
    months: (n) => count(n, { one: 'mois', other: 'mois' }),
    days: (n) => count(n, { one: 'jour', other: 'jours' }),
    kept: '{time} après la dernière réponse. Puis tout est effacé.',
    keptNotConfirmed:
      'Si vous ne dites pas oui dans notre courriel, tout est effacé après 48 heures.',
    takeBack: 'Retirer',
    takenBack: 'Un bouton sur votre page à vous efface tout, au bureau du centre aussi.',
  },
  consent: {
    agree:
      'Je suis d’accord pour que ces informations, qui parlent de santé, soient envoyées à l’équipe de l’étude ({site}) et gardées comme c’est écrit ici.',
    child:
      'S’il s’agit d’un enfant, je suis son parent ou tuteur. J’ai le droit de décider pour lui, et il est d’accord autant qu’il peut l’être.',
    doctor: 'S’il s’agit de quelqu’un d’autre, cette personne est au courant et elle est d’accord.',
    free: 'Je ne suis pas obligé d’accepter. Si je refuse, il ne m’arrive rien de mal. Je peux changer d’avis à tout moment sur ma page ; ce qui a été fait avant reste permis.',
    more: 'Tout ce que la loi veut que vous sachiez',
    controller:
      'Qui répond de vos données ici : {name}. Quand le message est arrivé, l’équipe de l’étude répond de ce qu’elle en fait.',
    controllerUnknown: 'qui tient ce site n’a pas encore écrit son nom',
    contact: 'Vos questions sur vos données : {mail}.',
    why: 'À quoi cela sert : à porter votre message à l’équipe de l’étude, et à vous dire ce qu’il devient. À rien d’autre.',
    law: 'La loi qui le permet : votre accord explicite (règlement général sur la protection des données, articles 6(1)(a) et 9(2)(a)).',
    recipients: 'Qui le reçoit : l’équipe de l’étude ({site}), et personne d’autre.',
    host: 'Sur les ordinateurs de qui c’est gardé : {name}.',
    elsewhere:
      'Le pays du centre : {country}. S’il n’est pas dans l’Union européenne, d’autres lois protègent peut-être moins les données. En acceptant, vous acceptez aussi cela.',
    kept: 'Combien de temps : {time} après la dernière réponse, ou jusqu’à ce que vous effaciez. Une ligne sans nom reste, pour montrer que nous avons suivi les règles.',
    rights:
      'Vos droits : voir vos données, les emporter, les faire corriger, les faire effacer, en limiter l’usage, retirer votre accord. Votre page à vous a des boutons pour presque tout. Pour le reste, écrivez-nous.',
    complain:
      'Si vous pensez que nous faisons mal, vous pouvez vous plaindre à l’autorité de protection des données de votre pays. En France, c’est la CNIL (www.cnil.fr).',
    noMachine:
      'Aucun ordinateur ne décide à votre sujet. L’équipe seule décide si vous pouvez participer.',
  },
  problems: {
    who: 'Dites qui vous êtes.',
    noEmail: 'Tapez votre adresse électronique.',
    email: 'Ce n’est pas une adresse électronique. Écrivez-la comme nom@exemple.org.',
    name: 'Ce nom est trop long. Écrivez 100 lettres au plus.',
    phone: 'Ce n’est pas un numéro de téléphone. Écrivez des chiffres, comme +33 1 23 45 67 89.',
    noPhone: 'Tapez votre numéro de téléphone, ou choisissez une réponse par courriel.',
    when: 'Choisissez dans la liste.',
    language: 'Choisissez une langue.',
    message: 'Votre message a {length} lettres. Faites plus court : 5 000 au plus.',
    consent:
      'Sans votre accord, nous ne pouvons rien envoyer qui parle de santé. Cochez la case si vous êtes d’accord.',
    form: 'Ce formulaire n’était pas complet. Rien n’a été envoyé. Regardez-le et envoyez-le encore une fois.',
    away: 'Nous ne pouvons pas prendre de message en ce moment. Rien n’a été envoyé, et ce que vous avez écrit est encore là. Envoyez-le encore une fois dans une minute.',
  },
  choose: {
    title: 'À quel centre voulez-vous écrire ?',
    lead: (n) =>
      n === 1
        ? 'Cette étude a 1 centre qui prend peut-être des participants.'
        : `Cette étude a ${count(n, { one: 'centre', other: 'centres' })} qui prennent peut-être des participants.`,
    nearestFirst: 'Le plus près de {place} est en premier.',
    place: 'Près de',
    placeHint: 'Une ville ou un code postal, pour voir le plus proche en premier',
    find: 'Trier par distance',
    unknownPlace: 'Nous ne connaissons pas ce lieu. Tapez une ville ou un code postal.',
    write: 'Écrire à ce centre',
    more: (count) => (count === 1 ? 'Un autre centre' : `${count} autres centres`),
    first: (shown, all) => `Les ${shown} premiers sur ${all}.`,
    gone: 'La fiche n’a plus le centre que vous aviez choisi. Choisissez-en un autre.',
    siteClosed:
      'Le centre que vous aviez choisi ne prend personne en ce moment. Choisissez-en un autre.',
  },
  before: {
    titles: {
      soon: 'Cette étude n’est pas encore ouverte',
      doubt: 'Cette étude n’est peut-être plus ouverte',
      unknown: 'Nous ne savons pas si cette étude est ouverte',
      invitation: 'Seules les personnes que l’équipe invite peuvent participer',
      paused: 'Cette étude ne prend personne pour l’instant',
      full: 'Cette étude ne prend plus personne',
      finished: 'Cette étude est terminée',
      stopped: 'Cette étude a été arrêtée',
      open: 'Aucun centre ne prend de participants en ce moment',
    },
    texts: {
      soon: 'Nous pouvons vous prévenir quand elle ouvre. Vous pouvez aussi écrire à l’équipe dès maintenant.',
      doubt:
        'Son équipe n’a pas confirmé depuis deux ans ou plus qu’elle prend des participants. Voici d’abord des études ouvertes sur la même maladie. Après, vous pouvez encore demander à l’équipe.',
      unknown:
        'La fiche ne dit pas si elle prend des participants. Voici d’abord des études ouvertes sur la même maladie. Après, vous pouvez encore demander à l’équipe.',
      invitation: 'Un message n’aiderait pas. Voici ce que vous pouvez faire :',
      paused: 'Elle peut reprendre. Nous pouvons vous prévenir.',
      full: 'Elle continue avec ses participants. Elle peut rouvrir, et nous pouvons vous prévenir.',
      finished:
        'Plus personne ne peut y entrer. D’autres études sur la même maladie sont peut-être ouvertes :',
      stopped:
        'Plus personne ne peut y entrer. D’autres études sur la même maladie sont peut-être ouvertes :',
      open: 'L’étude est ouverte, mais aucun de ses centres ne prend de participants en ce moment. Nous pouvons vous prévenir quand cela change.',
    },
    meanwhile: 'Cette étude a fermé pendant que vous écriviez. Rien n’a été envoyé.',
    typed: 'Ce que vous aviez écrit',
    similar: 'Des études ouvertes comme celle-ci',
    noSimilar: 'Nous n’avons pas trouvé d’étude ouverte comme celle-ci.',
    moreSimilar: 'Chercher les études ouvertes sur cette maladie',
    anyway: 'Demander quand même à l’équipe',
    anywayText: 'Elle peut dire si l’étude est ouverte. Cela peut prendre plus de temps.',
  },
  none: {
    title: 'Comment joindre : {site}',
    lead: 'On ne peut pas encore écrire à ce centre depuis ici. Vous pouvez téléphoner, ou écrire vous-même : nous vous avons préparé de quoi le faire.',
    meanwhile: 'On ne peut plus écrire à ce centre depuis ici. Rien n’a été envoyé.',
    instead:
      'Vous pouvez téléphoner, ou écrire vous-même : nous vous avons préparé de quoi le faire.',
    noContact: 'La fiche ne donne ni téléphone ni adresse électronique pour ce centre.',
    away: 'Nous ne pouvons pas prendre de message en ce moment. Réessayez dans une minute, ou joignez le centre vous-même :',
    contacts: 'À qui demander',
    central: 'Le contact de toute l’étude',
    write: 'Écrire vous-même',
    mail: 'Écrire un courriel',
    mailHint: 'Il s’ouvre dans votre messagerie, avec quelques mots pour commencer.',
    letter: 'Imprimer une lettre',
    letterHint: 'Une page, avec des lignes à remplir à la main.',
    next: 'Le centre le plus proche ensuite',
    nextPlain: 'Un autre centre de cette étude',
    writeNext: 'Écrire à celui-ci',
    tip: 'Si personne ne répond en deux semaines, téléphonez, ou demandez à votre médecin d’écrire.',
  },
  letter: {
    title: 'Une lettre à imprimer',
    print: 'Imprimer',
    back: 'Retour',
    inEnglish:
      'Dans ce centre, on ne lit peut-être pas le français. Prendre la même lettre en anglais',
    hint: 'Remplissez les lignes à la main. Laissez vide ce que vous ne voulez pas dire.',
    subject: (study) => `Votre étude ${study}`,
    hello: 'Madame, Monsieur,',
    text: 'J’ai lu la fiche de votre étude dans le registre public ClinicalTrials.gov. J’aimerais savoir si elle est encore ouverte et si elle peut être une possibilité.',
    ask: 'Pourriez-vous me dire :',
    questions: [
      'L’étude est-elle ouverte dans votre centre en ce moment ?',
      'Quelle serait la prochaine étape, et combien de temps prendrait-elle ?',
      'Que faudrait-il faire, combien de fois, et qui paie le trajet ?',
    ],
    reach: 'Vous pouvez me joindre ainsi :',
    lines: [
      'Mon nom',
      'Mon adresse',
      'Mon téléphone et la meilleure heure',
      'Mon adresse électronique',
    ],
    about: 'Quelques mots sur la maladie, si je veux déjà en dire :',
    thanks: 'Je vous remercie. Avec mes salutations distinguées,',
    sign: 'Date et signature',
    unknownAddress: 'La fiche n’a pas de rue. Cherchez-la avant de poster la lettre.',
  },
  mail: {
    subject: (study) => `Une question sur l’étude ${study}`,
    text: (study, site) =>
      `Madame, Monsieur,\n\nJ’ai lu la fiche de votre étude ${study} sur ClinicalTrials.gov. Est-elle ouverte en ce moment dans ce centre : ${site} ? Quelle serait la prochaine étape ?\n\nVous pouvez me joindre à cette adresse.\n\nAvec mes salutations,\n`,
  },
  used: {
    title: 'Ce formulaire a déjà été envoyé',
    text: 'Vous avez déjà envoyé ce formulaire, avec d’autres mots. Le premier message compte. Si vous voulez ajouter quelque chose, faites-le sur votre page, après avoir dit oui dans notre courriel. Ou ouvrez un nouveau formulaire.',
    right: 'Seule l’adresse e-mail était fausse : la corriger',
    again: 'Ouvrir un nouveau formulaire',
  },
  tooLarge: {
    title: 'C’est trop long pour être envoyé',
    text: 'Rien n’a été envoyé. Revenez en arrière et faites plus court : 5 000 lettres au plus.',
    again: 'Rouvrir le formulaire',
  },
}
