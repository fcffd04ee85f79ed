// The emoji that people write to customers and colleagues with, each with its names in English and French; the first
// name is the one shown. Kept by hand: whole catalogues weigh more than the rest of the editor.
export const emojiLines = `
😀 grinning smile happy | sourire content
😃 smiley happy joy | sourire joie
😄 smile laugh happy | rire sourire
😁 grin beaming | grand sourire
😊 blush smile pleased | sourire ravi merci
🙂 slight smile | léger sourire
🙃 upside down silly | à l’envers
😉 wink | clin d’œil
😅 sweat smile phew relief | ouf sueur soulagé
😂 joy tears laugh lol | larmes rire mdr
🤣 rofl laugh | mort de rire mdr
😇 innocent angel halo | ange innocent
😍 heart eyes love | yeux cœur amour
🥰 smiling hearts love | amoureux tendresse
😘 kiss | bisou baiser
😋 yum delicious | miam délicieux
😎 sunglasses cool | lunettes cool
🤩 star struck wow | ébloui étoiles
🥳 partying celebration birthday | fête anniversaire
🤗 hug | câlin accolade
🤔 thinking hmm | réflexion hum
🤨 raised eyebrow doubt | sourcil doute
😐 neutral | neutre
😬 grimace awkward | grimace gêne
🙄 eye roll | yeux au ciel
😏 smirk | sourire en coin
😌 relieved calm | soulagé apaisé
😴 sleeping zzz | dormir sommeil
😕 confused | perplexe
🙁 frown sad | triste déçu
😢 cry sad tear | pleurer triste larme
😭 sob cry | sanglot pleurer
😤 huff annoyed | agacé
😠 angry | fâché colère
😡 rage angry | furieux colère
😱 scream fear | peur cri
😳 flushed embarrassed | gêné rougir
😮 open mouth surprise | surpris bouche bée
🤯 mind blown | époustouflé
🥺 pleading please | suppliant pitié
😷 mask sick | masque malade
🤒 thermometer sick ill | malade fièvre
🤝 handshake deal agreement | poignée de main accord
👍 thumbs up yes ok like | pouce levé oui bien
👎 thumbs down no dislike | pouce baissé non
👌 ok hand perfect | parfait ok
✌️ victory peace | victoire paix
🤞 fingers crossed luck | doigts croisés chance
👏 clap applause bravo | applaudissements bravo
🙌 raised hands hooray | mains levées hourra
🙏 pray please thanks thank you | merci prière s’il vous plaît
💪 muscle strong | force muscle
👋 wave hello goodbye | bonjour salut coucou
✍️ writing hand | écrire main
👉 point right | doigt droite
👈 point left | doigt gauche
👆 point up | doigt haut
👇 point down | doigt bas
☝️ index up | index attention
🤷 shrug dunno | haussement d’épaules
🤦 facepalm | consterné
👀 eyes look | yeux regarder
🧑‍🔧 mechanic repair | mécanicien réparation
🧑‍💻 technologist developer | informaticien développeur
❤️ heart love red | cœur amour rouge
🧡 orange heart | cœur orange
💛 yellow heart | cœur jaune
💚 green heart | cœur vert
💙 blue heart | cœur bleu
💜 purple heart | cœur violet
🖤 black heart | cœur noir
💔 broken heart | cœur brisé
💯 hundred perfect | cent parfait
✨ sparkles magic new | étincelles nouveau magie
⭐ star | étoile
🌟 glowing star | étoile brillante
🔥 fire hot | feu chaud
💥 boom collision | boum choc
💡 bulb idea tip | idée ampoule astuce
💬 speech bubble message | bulle message
💭 thought bubble | pensée bulle
🎉 tada party congratulations | fête félicitations confettis
🎊 confetti party | confettis fête
🎁 gift present | cadeau
🎂 birthday cake | gâteau anniversaire
🏆 trophy winner | trophée gagnant
🥇 gold medal first | médaille or premier
🎯 target goal | cible objectif
✅ check done yes | coché fait oui validé
☑️ checkbox | case cochée
✔️ check mark | coche
❌ cross no wrong | croix non faux
❎ cross button | bouton croix
➕ plus add | plus ajouter
➖ minus | moins
❓ question | question
❗ exclamation important | exclamation important
⚠️ warning caution | attention avertissement danger
🚫 prohibited forbidden | interdit
⛔ no entry stop | sens interdit stop
🛑 stop sign | stop arrêt
🚨 alert urgent siren | urgence alerte sirène
ℹ️ information info | information info
🆗 ok button | bouton ok
🆕 new button | nouveau
🔴 red circle | rond rouge
🟠 orange circle | rond orange
🟡 yellow circle | rond jaune
🟢 green circle | rond vert
🔵 blue circle | rond bleu
⚪ white circle | rond blanc
⚫ black circle | rond noir
➡️ arrow right | flèche droite
⬅️ arrow left | flèche gauche
⬆️ arrow up | flèche haut
⬇️ arrow down | flèche bas
🔄 refresh reload arrows | actualiser recharger
🔁 repeat | répéter
⏳ hourglass waiting | sablier attente
⌛ hourglass done | sablier terminé
⏰ alarm clock time | réveil heure
🕒 clock three time | horloge heure
📅 calendar date | calendrier date
📆 tear calendar appointment | agenda rendez-vous
📌 pin | punaise épingle
📍 location place | lieu adresse
📎 paperclip attachment | trombone pièce jointe
📄 document page | document page
📁 folder | dossier
📋 clipboard list | presse-papiers liste
📝 memo note | note mémo
📚 books documentation | livres documentation
📖 book open guide | livre guide notice
📷 camera photo | appareil photo
📹 video camera | caméra vidéo
📞 phone call | téléphone appel
📱 mobile phone | mobile portable
💻 laptop computer | ordinateur portable
🖥️ desktop computer screen | ordinateur écran
🖨️ printer | imprimante
⌨️ keyboard | clavier
🔋 battery | batterie
🔌 plug power | prise électrique
📧 e-mail | e-mail courriel
✉️ envelope letter | enveloppe courrier
📬 mailbox | boîte aux lettres
📦 package parcel delivery | colis paquet livraison
🚚 truck delivery | camion livraison
🛒 cart shopping | panier achat
🛍️ shopping bags | sacs achats
💳 credit card payment | carte bancaire paiement
💶 euro money | euro argent
💰 money bag | argent sac
🧾 receipt invoice | reçu facture ticket
🏷️ label price tag | étiquette prix
🔧 wrench repair tool | clé réparation outil
🔨 hammer | marteau
🛠️ tools workshop | outils atelier
⚙️ gear settings | engrenage réglages
🔩 nut bolt | écrou boulon
🔑 key | clé
🔒 locked secure | verrouillé sécurisé
🔓 unlocked | déverrouillé
🔍 search magnifier | recherche loupe
🔗 link chain | lien chaîne
🔔 bell notification | cloche notification
🔕 bell off mute | sans notification muet
🧪 test tube | essai test
🐛 bug | bogue bug
🚀 rocket launch | fusée lancement
🚲 bicycle bike | vélo bicyclette
🚗 car | voiture
🚆 train | train
✈️ plane travel | avion voyage
🏠 house home | maison
🏢 office building | bureau immeuble
🏪 shop store | magasin boutique
🌍 earth world europe | terre monde
☀️ sun sunny | soleil
🌧️ rain | pluie
❄️ snow cold | neige froid
🌈 rainbow | arc-en-ciel
🌱 seedling green | pousse plante
🌸 flower blossom | fleur
🌹 rose | rose
🍀 clover luck | trèfle chance
🌲 tree | arbre sapin
🐶 dog | chien
🐱 cat | chat
☕ coffee | café
🍵 tea | thé
🍕 pizza | pizza
🥐 croissant | croissant
🍷 wine | vin
🍾 champagne bottle | champagne
🥂 cheers toast | santé trinquer
`;
