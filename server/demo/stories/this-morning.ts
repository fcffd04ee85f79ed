// Fresh: nobody has answered yet.
import { bicycle, display, wheel } from '../files/pictures.ts';
import { notes, opens, type Story, says, sorted } from '../story.ts';

export const thisMorning: Story[] = [
  {
    customer: 'claire',
    subject: 'Roue arrière voilée après un nid-de-poule',
    turns: [
      says(
        '6m',
        `Bonjour,
        Ce matin, rue des Lilas, j'ai trouvé un nid-de-poule. Ou plutôt, il m'a trouvée. Depuis, ma roue arrière frotte contre le frein à chaque tour et deux rayons ont disparu.
        [image]
        Est-ce réparable, ou faut-il changer la roue ? Je travaille à vélo tous les jours : à quelle heure pourriez-vous la regarder ?
        Bien à vous, // Claire Fontaine`,
        { image: wheel('roue-arriere.png', true) },
      ),
    ],
  },
  {
    customer: 'james',
    subject: 'Which size for someone 1.93 m tall?',
    turns: [
      says(
        '25m',
        `Hello,
        I'm 1.93 m with long legs (inseam 94 cm) and I would like the Rando 7 for touring next spring. Your size chart stops at 1.90 m, which I try not to take personally.
        Would the XL work with a longer seatpost, or is the reach going to be too short?
        Thanks, // James Okafor`,
      ),
    ],
  },
  {
    customer: 'karim',
    subject: "Code E07 sur mon vélo électrique, plus d'assistance",
    turns: [
      says(
        '50m',
        `Bonjour,
        Depuis hier soir, l'écran de mon Volt 3 affiche E07 et l'assistance ne démarre plus. J'ai essayé de débrancher la batterie dix minutes, sans succès. La photo de l'écran est jointe.
        Le vélo a huit mois, il est donc encore sous garantie. J'habite en haut de la côte des Chartreux, vous comprendrez que l'affaire est sérieuse.
        Cordialement, // Karim Haddad // 06 39 98 02 44`,
        { files: [display('ecran-e07.png', 'E07')] },
      ),
      sorted('35m', 'lea', {
        folder: 'repairs',
        team: 'atelier',
        tags: ['ebike', 'warranty'],
        priority: 'high',
        to: 'nadia',
      }),
    ],
  },
  {
    customer: 'priya',
    subject: 'Do you ship to Ireland?',
    turns: [
      says(
        '100m',
        `Hi there,
        I fell in love with the green Cité 2 in your window last summer and have not got over it. Do you ship complete bicycles to Dublin, and roughly what would it cost?
        If not, would a friend with a large suitcase and a strong back do?
        Priya`,
      ),
    ],
  },
  {
    customer: 'yasmine',
    subject: 'Cours de mécanique pour débutants : reste-t-il des places ?',
    turns: [
      says(
        '3h',
        `Bonjour,
        J'ai vu l'affichette du cours « Réparer une crevaison sans pleurer ». Reste-t-il une place pour la prochaine séance ? Faut-il apporter son propre vélo et ses propres mouchoirs ?
        Merci beaucoup, // Yasmine Cherif`,
      ),
      sorted('2h', 'ines', { team: 'atelier', tags: ['appointment'] }),
    ],
  },
  {
    customer: 'oliver',
    subject: 'Charged twice for the same helmet',
    turns: [
      says(
        '5h',
        `Good morning,
        My bank shows two payments of €64.90 to Vélo & Cie on the same minute. I ordered one helmet. I have one head.
        Order number VC-20817. Could you please refund the second payment and confirm by e-mail?
        Regards, // Oliver Bennett`,
      ),
      sorted('4h', 'tom', {
        folder: 'orders',
        team: 'boutique',
        tags: ['invoice', 'english'],
        priority: 'high',
        to: 'tom',
      }),
      notes(
        '4h',
        'tom',
        `Two captures in the payment journal, same order, 40 seconds apart: the shop page was reloaded. **Refund needs Léa's approval**, I have asked her.`,
      ),
    ],
  },
  {
    customer: 'gaston',
    subject: 'Téléphone : M. Plessis cherche une selle « comme avant »',
    turns: [
      opens(
        '8h',
        'ines',
        `M. Plessis a appelé à l'ouverture. Il cherche une selle en cuir à ressorts pour son vélo de 1978, « comme avant, pas ces choses en gel ».
        Il passera en fin de semaine et souhaite que nous en mettions une de côté s'il en reste. À rappeler au 04 99 00 47 52, plutôt l'après-midi (sieste jusqu'à 15 h).`,
        { sendsMail: false },
      ),
      sorted('8h', 'ines', { team: 'boutique', priority: 'low' }),
    ],
  },
  {
    customer: 'amelie',
    subject: 'Siège enfant : compatible avec le Cité 2 ?',
    turns: [
      says(
        '19h',
        `Bonjour,
        Nous souhaitons installer un siège enfant à l'arrière de notre Cité 2 (modèle crème, acheté chez vous au printemps). Notre fils a quatorze mois et pèse 10 kg.
        Le porte-bagages d'origine supporte-t-il un siège, ou faut-il une fixation sur le tube de selle ? Je joins une photo du vélo.
        Avec mes remerciements, // Amélie Roussel`,
        { files: [bicycle('notre-cite-2.png', 'cream')] },
      ),
    ],
  },
  {
    customer: 'noah',
    subject: 'Lost the key to my lock. Again.',
    turns: [
      says(
        '21h',
        `Hi,
        You may remember me from July. I have lost the key of the Forteresse 400 again, this time both copies. The bike is locked in front of the town library and the librarian has started leaving notes.
        I still have the key card: number 7719-C. How long does a new key take?
        Sheepishly, // Noah Feldman`,
      ),
      sorted('20h', 'tom', { team: 'boutique', tags: ['english'] }),
    ],
  },
  {
    customer: 'ecole',
    subject: 'Intervention « Savoir rouler » pour deux classes',
    turns: [
      says(
        '23h',
        `Madame, Monsieur,
        L'école des Tilleuls organise une semaine du vélo et souhaiterait accueillir l'un de vos mécaniciens une matinée, pour deux classes de CM2 (51 élèves).
        Pourriez-vous nous indiquer vos disponibilités et votre tarif ? Nous disposons d'un préau, d'une cour et de beaucoup d'enthousiasme.
        Bien cordialement, // Nathalie Simonet, directrice`,
      ),
    ],
  },
];
