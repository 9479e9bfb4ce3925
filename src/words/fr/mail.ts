import type { AlertWords } from '../shape/mail-shape.ts'

/** What mails and names of alerts say, in French. */
export const mailFr: AlertWords = {
  siteName: 'Trialway',
  events: {
    recruiting: 'Elle cherche maintenant des participants.',
    posted: 'Elle est nouvelle dans le registre.',
    site: 'Elle a un nouveau centre.',
    available: 'Ce traitement est maintenant proposé hors étude.',
    closed: 'Elle ne prend personne pour le moment.',
    changed: 'Sa fiche a changé.',
  },
  stale: 'Son équipe n’a pas vérifié ceci depuis deux ans ou plus. Demandez-lui avant d’espérer.',
  describe: {
    study: (id) => `L’étude ${id}`,
    everything: 'Toutes les études',
    near: (place, distance) => `à moins de ${distance} de ${place}`,
    inArea: (area) => `dans ${area}`,
    age: (age) => `âge : ${age}`,
    ages: (least, most) => `âge : de ${least} à ${most}`,
    sexes: { FEMALE: 'sexe féminin', MALE: 'sexe masculin' },
    treatment: (words) => `traitement : ${words}`,
    title: (words) => `titre : ${words}`,
    sponsor: (words) => `menée par : ${words}`,
    rules: (words) => `règles qui disent : ${words}`,
    filters: 'avec des filtres',
  },
  digest: {
    subject: (studies) =>
      studies === 1 ? '1 étude que vous attendez' : `${studies} études que vous attendez`,
    subjectWith: (topic, studies) =>
      studies === 1 ? `${topic} : 1 étude` : `${topic} : ${studies} études`,
    title: (studies) =>
      studies === 1 ? 'Une étude que vous attendez' : 'Des études que vous attendez',
    status: 'État :',
    nearest: 'Centre le plus proche :',
    inside: (site, area) => `Un centre dans ${area} : ${site}`,
    closed: 'Ce centre ne prend personne pour le moment.',
    takesNobody: (elsewhere) =>
      `Ce centre ne prend personne pour le moment. Le plus proche qui prend des participants : ${elsewhere}`,
    away: (site, distance, from) => `${site}, à ${distance} de ${from}`,
    because: 'Vous avez demandé :',
    read: 'Lire la page de cette étude',
    more: (count) => (count === 1 ? '1 autre étude' : `${count} autres études`),
    seeAll: 'Les chercher',
    onlyTheTeam:
      'Seule l’équipe de l’étude décide qui peut participer. Parlez à votre médecin avant de changer un traitement.',
    why: 'Vous recevez ce courriel parce que vous avez demandé des alertes à Trialway.',
    manage: 'Voir ou changer vos alertes',
    stop: 'Arrêter tous les courriels',
    source:
      'Données de ClinicalTrials.gov. En cas de différence, c’est la page du registre qui est juste.',
  },
  confirm: {
    subject: 'Confirmez votre alerte',
    title: 'Est-ce bien votre adresse ?',
    text: 'Quelqu’un, sans doute vous, a demandé à Trialway d’envoyer à cette adresse des courriels sur des études. Ouvrez la page et appuyez sur le bouton pour dire oui.',
    button: 'Voir et dire oui',
    limits:
      'Le lien marche pendant 48 heures. Si ce n’était pas vous, ne faites rien : vous ne recevrez aucun courriel.',
  },
  signIn: {
    subject: 'Se connecter à Trialway',
    title: 'Se connecter',
    text: 'Quelqu’un, sans doute vous, veut se connecter avec cette adresse. Ouvrez la page et appuyez sur le bouton.',
    button: 'Se connecter',
    limits:
      'Le lien marche une seule fois, pendant 20 minutes. Ne le donnez à personne. Si ce n’était pas vous, ne faites rien : sans ce courriel, personne n’entre.',
  },
  invitation: {
    subject: 'Vous êtes invité sur Trialway',
    title: 'Une invitation',
    text: (name: string) =>
      `${name} vous invite à travailler ensemble sur Trialway, où des personnes demandent à participer à des études. Ouvrez la page pour voir de quoi il s’agit.`,
    button: 'Voir l’invitation',
    limits:
      'Le lien marche une seule fois, pendant 7 jours, pour cette adresse seulement. Si vous ne connaissez pas qui vous invite, ne faites rien.',
  },
  manage: {
    subject: 'Le chemin vers vos alertes',
    title: 'Vos alertes',
    text: 'Quelqu’un, sans doute vous, a demandé le chemin vers vos alertes.',
    button: 'Voir ou changer vos alertes',
    limits:
      'Gardez ce courriel pour vous : qui a le lien peut voir vos alertes. Si ce n’était pas vous, ne faites rien.',
  },
}
