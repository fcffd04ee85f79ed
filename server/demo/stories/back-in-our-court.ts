// Open: the customer has written again and waits for us.
import { bill, textFile } from '../files/papers.ts';
import { display, parcel, wheel } from '../files/pictures.ts';
import { notes, replies, type Story, says, sorted } from '../story.ts';

export const backInOurCourt: Story[] = [
  {
    customer: 'romain',
    subject: 'Deux cargos immobilisés : planning des coursiers menacé',
    turns: [
      says(
        '2d 08:10',
        `Bonjour,
        Deux de nos Cargo Duo ont la même panne depuis trois jours : la béquille ne tient plus et le moteur coupe au-delà de 20 km/h. Sans eux, je fais les livraisons en trottinette, ce que mes clients trouvent pittoresque mais lent.
        Pouvez-vous les prendre en urgence ?
        Romain Castel // Les Coursiers de Loirans`,
      ),
      sorted('2d 08:30', 'lea', {
        folder: 'fleets',
        team: 'atelier',
        tags: ['pro', 'ebike'],
        priority: 'high',
        to: 'hugo',
      }),
      replies(
        '2d 09:05',
        'hugo',
        `Bonjour Romain,
        Nous vous gardons deux places à l'atelier **demain dès 8 h**. Afin de gagner du temps, pourriez-vous :
        - relever le numéro de série de chaque moteur (sous le pédalier) ;
        - nous dire si la coupure survient à chaud ou dès le départ ;
        - apporter les deux chargeurs.
        Un vélo de prêt est disponible si besoin.`,
      ),
      says(
        '2d 09:50',
        `Merci ! Les numéros : CD-88412 et CD-88415. La coupure arrive après un quart d'heure, donc plutôt à chaud.
        Je prends volontiers le vélo de prêt, la trottinette commence à parler de moi à ses amies.`,
      ),
      notes(
        '2d 10:15',
        'nadia',
        `Même série que le rappel constructeur sur le capteur de vitesse. **Je commande deux capteurs**, livraison demain matin.`,
      ),
      replies(
        '2d 17:30',
        'hugo',
        `Romain,
        C'est bien le capteur de vitesse, un rappel du constructeur : la réparation sera donc **gratuite**. Les béquilles sont resserrées.
        Le premier vélo est prêt, le second le sera demain midi.`,
      ),
      says(
        '12m',
        `Le premier cargo roule à merveille. En revanche, le second vient de couper à nouveau, à l'instant, place du Marché, avec quarante kilos de choux-fleurs. Puis-je vous l'amener tout de suite ?`,
      ),
    ],
  },
  {
    customer: 'emily',
    subject: 'Wrong colour delivered',
    turns: [
      says(
        '3d 12:00',
        `Hi,
        I ordered the Rando 7 in “Forest green”. What arrived is very orange. Lovely, but I already own a traffic cone.
        Order VC-20766. What are my options?
        Emily`,
      ),
      sorted('3d 13:10', 'tom', {
        folder: 'warranty',
        team: 'boutique',
        tags: ['returns', 'english'],
        to: 'tom',
      }),
      replies(
        '3d 13:20',
        'tom',
        `Hi Emily,
        I am sorry, that is entirely our mistake. You can choose:
        1. we collect the orange one and send a green one, **at our cost**, within a week;
        2. you keep it and we refund €80.
        Which would you prefer?`,
      ),
      says(
        '40m',
        `Option 1, please. My daughter has voted for orange but she does not pay the mortgage. When would the collection be? I am home on Thursday and Friday.`,
      ),
    ],
  },
  {
    customer: 'marc',
    subject: 'Facture au nom de ma société',
    turns: [
      says(
        '4d 09:45',
        `Bonjour,
        J'ai acheté un Volt 3 la semaine dernière pour mes trajets professionnels. Serait-il possible d'obtenir la facture au nom de ma société, Delattre Conseil ?
        Merci d'avance, // Marc Delattre`,
      ),
      sorted('4d 10:00', 'ines', {
        folder: 'orders',
        team: 'boutique',
        tags: ['invoice', 'pro'],
        to: 'ines',
      }),
      replies(
        '4d 10:30',
        'ines',
        `Bonjour Monsieur Delattre,
        Bien entendu, vous trouverez la facture corrigée ci-jointe. Elle remplace celle qui vous a été remise en boutique.
        Je reste à votre disposition.`,
        {
          files: [
            bill({
              kind: 'invoice',
              number: 'F-3184',
              customer: 'Delattre Conseil',
              language: 'fr',
              items: [
                ['Vélo électrique Volt 3, taille M', 249900],
                ['Antivol Forteresse 400', 8990],
                ['Marquage antivol', 1500],
              ],
            }),
          ],
        },
      ),
      says(
        '2h',
        `Merci pour votre rapidité. Mon comptable, qui lit tout, remarque que le numéro de TVA intracommunautaire de la société n'y figure pas. Pourriez-vous l'ajouter ? FR 12 345678900.`,
      ),
    ],
  },
  {
    customer: 'grace',
    subject: 'Trip to the Alps: rental of four bikes',
    turns: [
      says(
        '6d 15:00',
        `Dear team,
        We are a family of four (two adults, two teenagers of 1.60 m and 1.71 m) and will be in Loirans for ten days. Do you rent touring bikes with racks? Are helmets included?
        Kind regards, // Grace Kimura`,
      ),
      sorted('6d 16:00', 'tom', { team: 'boutique', tags: ['english', 'size'], to: 'tom' }),
      replies(
        '6d 16:25',
        'tom',
        `Dear Grace,
        With pleasure! Four Rando 5 bikes with racks, helmets, locks and a repair kit come to **€540 for ten days**. I suggest sizes S and M for the teenagers.
        Shall I reserve them?
        > Are helmets included?
        They are, and they have been cleaned.`,
      ),
      says(
        '5d 08:10',
        `Yes please! Could we also have two pairs of panniers? And is there a route that avoids the big climb? My son says no, my knees say yes.`,
      ),
      replies(
        '5d 09:00',
        'tom',
        `Reserved, panniers included. For the knees: follow the [river greenway](https://velo.example/greenway), 62 km, flat as a crêpe, with three bakeries.`,
      ),
      says(
        '4h',
        `Wonderful. One more question: we land at 22:40, which is after your closing time. Can we collect the bikes the next morning before 9?`,
      ),
    ],
  },
  {
    customer: 'lucie',
    subject: 'Commande incomplète : il manque une sacoche',
    turns: [
      says(
        '5d 18:20',
        `Bonsoir,
        J'ai bien reçu ma commande VC-20751, mais il n'y a qu'une sacoche au lieu de deux. Mon vélo penche à gauche, et moi avec.
        Bonne soirée, // Lucie Garnier`,
      ),
      sorted('4d 08:50', 'ines', { folder: 'orders', team: 'boutique', tags: ['delivery'], to: 'ines' }),
      replies(
        '4d 09:10',
        'ines',
        `Bonjour Madame Garnier,
        Je vous présente toutes nos excuses. L'entrepôt a expédié la commande en **deux colis** ; le second est chez le transporteur et devrait arriver sous 48 heures.
        Auriez-vous l'amabilité de me prévenir si ce n'était pas le cas ?`,
      ),
      says(
        '6h',
        `Bonjour, les 48 heures sont passées et je penche toujours. Le suivi indique « colis en cours de réflexion », ou quelque chose d'approchant. Que puis-je faire ?`,
      ),
      notes(
        '5h',
        'ines',
        `Transporteur appelé : colis perdu au dépôt de Grenoble. Il faut en renvoyer un **aujourd'hui**.`,
      ),
    ],
  },
  {
    customer: 'hannah',
    subject: 'Spare parts for our guided tours',
    turns: [
      says(
        '7d 11:00',
        `Hello Vélo & Cie,
        Our group of fourteen riders passes through Loirans next month. Could you keep some spares ready for us? A list is in the text file.
        Best wishes from Norway, // Hannah Lindqvist, Fjelltur`,
        {
          files: [
            textFile('spares.txt', [
              '14 x inner tube 700x38',
              '6 x brake pads (disc)',
              '2 x chain, 11-speed',
              '1 x rear derailleur hanger, Gravel 5',
              '1 x thermos of coffee',
            ]),
          ],
        },
      ),
      sorted('7d 11:30', 'tom', { folder: 'fleets', tags: ['pro', 'english'], to: 'nadia' }),
      replies(
        '7d 15:00',
        'nadia',
        `Hello Hannah,
        Everything is in stock except the derailleur hanger, which we have ordered. The coffee will be made on the day.
        Could you send us the date and the number of riders with electric bikes?`,
      ),
      says(
        '11h',
        `Great! We arrive on the second Tuesday, around noon, and three riders have electric bikes (all Volt 3). Do you have chargers they could use during lunch?`,
      ),
    ],
  },
  {
    customer: 'veronique',
    subject: 'Relance : convention de stage',
    turns: [
      says(
        '8d 10:00',
        `Bonjour,
        Je reviens vers vous au sujet du stage d'observation de Lucas, élève de troisième suivi par notre service jeunesse. Seriez-vous d'accord pour l'accueillir une semaine à l'atelier ?
        Bien à vous, // Véronique Aubert // Mairie de Loirans`,
      ),
      sorted('8d 11:15', 'lea', { to: 'lea' }),
      replies(
        '8d 14:00',
        'lea',
        `Bonjour Madame Aubert,
        Ce sera avec plaisir. Pourriez-vous nous transmettre la convention à signer ? Lucas devra prévoir des vêtements qui ne craignent pas la graisse, et accepter que Hugo chante.`,
      ),
      says(
        '19h',
        `Merci beaucoup ! La convention part ce soir au courrier. Lucas demande s'il pourra « démonter un truc en entier ». Je vous laisse juge.`,
      ),
    ],
  },
  {
    customer: 'mike',
    subject: 'Battery range half of what it was',
    turns: [
      says(
        '9d 20:15',
        `Hi guys,
        Volt 3, fourteen months old. Range dropped from 70 km to about 35 km in a month. I've attached the log from the app.
        Mike`,
        {
          files: [
            textFile('battery-log.txt', [
              'cycles: 211',
              'full charge: 487 Wh of 504 Wh',
              'min cell: 3.61 V',
              'max cell: 3.63 V',
              'average power: 214 W',
              'tyre pressure: unknown',
            ]),
          ],
        },
      ),
      sorted('8d 09:20', 'tom', {
        folder: 'repairs',
        team: 'atelier',
        tags: ['ebike', 'english', 'warranty'],
        to: 'nadia',
      }),
      replies(
        '8d 10:00',
        'nadia',
        `Hello Mike,
        Your battery is in very good health (97 %), so something else is taking the energy. The average power of 214 W is high.
        Could you check the **tyre pressure** and whether the rear brake rubs? Lift the wheel and spin it: it should turn at least five times.`,
      ),
      says(
        '20h',
        `It turns once and a half and makes a sad noise. I pumped the tyres too, they were at 1.2 bar. I feel a little ashamed. Should I bring it in for the brake?`,
      ),
    ],
  },
  {
    customer: 'barbier',
    subject: 'Réclamation : délai de réparation',
    turns: [
      says(
        '10d 09:00',
        `Madame, Monsieur,
        J'ai déposé mon vélo il y a neuf jours pour un simple changement de cassette, annoncé pour trois jours. Je n'ai reçu aucune nouvelle. Je trouve cela inadmissible.
        Jean-Luc Barbier`,
      ),
      sorted('10d 09:30', 'lea', { folder: 'repairs', team: 'atelier', priority: 'high', to: 'lea' }),
      notes('10d 09:40', 'lea', `Hugo, où en est ce vélo ? La fiche n'a pas bougé depuis le dépôt.`),
      notes(
        '10d 10:20',
        'hugo',
        `Cassette livrée dans la mauvaise version, recommandée, et personne n'a prévenu M. Barbier. **C'est notre faute.**`,
      ),
      replies(
        '10d 10:45',
        'lea',
        `Monsieur,
        Vous avez raison, et je vous prie d'accepter nos excuses : la pièce reçue n'était pas la bonne et nous aurions dû vous en avertir.
        Votre vélo sera prêt **après-demain à 17 h**. La main-d'œuvre vous est offerte.`,
      ),
      says(
        '23h',
        `Le vélo était prêt à l'heure dite, je le reconnais. Mais le dérailleur saute sur le quatrième pignon. J'espère qu'il ne faudra pas neuf jours de plus.`,
      ),
    ],
  },
  {
    customer: 'sophie',
    subject: 'Écran cassé pendant le transport',
    turns: [
      says(
        '11d 16:30',
        `Bonjour,
        Mon Volt 3 est arrivé ce matin. L'emballage était intact mais l'écran affiche E02 et ne réagit plus aux boutons.
        [image]
        Je vous remercie de me dire comment procéder.
        Sophie Nguyen // Atelier Nguyen, céramique`,
        { image: display('ecran.png', 'E02') },
      ),
      sorted('11d 17:00', 'ines', {
        folder: 'warranty',
        team: 'atelier',
        tags: ['ebike', 'warranty'],
        to: 'nadia',
      }),
      replies(
        '10d 09:30',
        'nadia',
        `Bonjour Madame Nguyen,
        Le code E02 signale un câble mal enfoncé. Pourriez-vous suivre ces étapes ?
        1. éteindre le vélo et retirer la batterie ;
        2. débrancher puis rebrancher la fiche verte derrière l'écran, **jusqu'au clic** ;
        3. remettre la batterie et rallumer.
        Si le code persiste, nous vous enverrons un écran neuf sans attendre le retour de l'ancien.`,
      ),
      says(
        '26h',
        `Bonjour, j'ai entendu le clic, j'ai même applaudi, mais E02 est revenu ce matin avec la pluie. Je veux bien l'écran neuf. À la même adresse, s'il vous plaît.`,
      ),
    ],
  },
  {
    customer: 'sarah',
    subject: 'Gift card does not work online',
    turns: [
      says(
        '6d 19:00',
        `Hello,
        I received a €100 gift card for my birthday (code VELO-7K2M-…) but the site says “unknown code”. It was either this or socks, so I was rather pleased.
        Sarah Whitmore`,
      ),
      sorted('5d 10:00', 'tom', { team: 'boutique', tags: ['english'], to: 'tom' }),
      replies(
        '5d 10:20',
        'tom',
        `Hello Sarah, and happy birthday!
        Could you send me the last four characters of the code? A picture of the card would do as well.`,
      ),
      says(
        '2d 19:30',
        `They are “0OO0”. I have tried zero-oh-oh-zero, oh-zero-zero-oh and every other combination a sane person would try. Who designed this?`,
      ),
    ],
  },
  {
    customer: 'bernard',
    subject: 'Maillots du club : couleurs non conformes',
    turns: [
      says(
        '14d 10:00',
        `Bonjour,
        Les 42 maillots du Cyclo-club sont arrivés. Le bleu du club est devenu mauve. Nos anciens disent « parme ». L'ambiance est tendue.
        Bernard Chaussat, président`,
        { isHtml: true },
      ),
      sorted('14d 10:30', 'lea', {
        folder: 'fleets',
        team: 'boutique',
        tags: ['pro', 'returns'],
        priority: 'medium',
        to: 'ines',
      }),
      replies(
        '14d 14:00',
        'ines',
        `Bonjour Monsieur le Président,
        Je comprends votre émoi. Je transmets immédiatement au fabricant. Auriez-vous la référence exacte du bleu figurant sur le bon à tirer ?`,
      ),
      says(
        '12d 09:10',
        `Référence : bleu 2945. Le bon à tirer est formel. Le parme, lui, n'est demandé par personne, pas même par le trésorier.`,
      ),
      replies(
        '12d 11:00',
        'ines',
        `Merci. Le fabricant reconnaît son erreur et refait **les 42 maillots à ses frais**. Délai annoncé : trois semaines. Vous pouvez garder les premiers pour l'entraînement.`,
      ),
      notes('12d 11:05', 'ines', `Demander un avoir au fabricant. Relance prévue si rien sous dix jours.`),
      says(
        '3d 17:45',
        `Merci pour ces bonnes nouvelles. Hélas, notre rallye a lieu dans deux semaines. Serait-il possible d'accélérer ? Le maire y sera, et il a un maillot.`,
      ),
    ],
  },
  {
    customer: 'ben',
    subject: 'Wholesale order: 30 wheels, four of them out of true',
    turns: [
      says(
        '16d 09:00',
        `Morning,
        Delivery of thirty rear wheels received today, thanks. Four are out of true by more than 2 mm, one of them looks as if it had been sat on. Picture attached.
        Ben Archer, Archer Cycles`,
        { files: [wheel('wheel-17.png', true), parcel('pallet.png', false)] },
      ),
      sorted('16d 09:40', 'tom', {
        folder: 'fleets',
        team: 'atelier',
        tags: ['pro', 'english', 'returns'],
        to: 'hugo',
      }),
      replies(
        '16d 11:00',
        'hugo',
        `Hello Ben,
        Sorry about that. Please keep the three that can be trued and count 20 minutes of work each on our next invoice. The fourth we replace: it left this morning.`,
      ),
      says('13d 10:00', `Fair. Replacement received, perfect. I make it one hour of labour at £48.`),
      replies('13d 11:30', 'hugo', `Agreed, the credit note is attached.`, {
        files: [
          bill({
            kind: 'invoice',
            number: 'A-0412',
            customer: 'Archer Cycles',
            language: 'en',
            items: [['Credit: truing of three wheels, one hour', -5600]],
          }),
        ],
      }),
      says(
        '5d 09:20',
        `Ta. One thing: the credit note is in euros and my accountant only speaks pounds. Could you redo it with the rate of the day?`,
      ),
    ],
  },
];
