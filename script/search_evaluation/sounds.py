"""What sounds alike, language by language: words taken for each other, and spellings of the same or nearly the same sound.

Written for this project (CC0). A line of words holds words that a recogniser takes for each other; any of them may have been meant.
"""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "en": """
        drill trill grill; bit bid; bits bids; saw sore soar; hammer hamper; screw crew; screws crews; nail nale mail; nails mails
        pliers players; wrench ranch; chisel chizel; plane plain; level devil; tape tapes; glue blue; paint pant pained; brush rush
        ladder latter; rope robe; chain chane; lock log; key quay; keys quays; bolt bold; nut not; nuts knots; washer washa
        cable table; plug pluck; socket sockets; bulb bulp; lamp lamb; light lite; fuse views; battery batteries buttery
        charger charter; torch torque; flashlight slashlight; router rooter; switch which; board bored; wire why; adapter adopter
        pan pen; pot pod; kettle cattle; mixer mix; grater greater; whisk risk; sieve give; flour flower; tea tee; bowl bole
        knife life; fork folk; plate played; cup cub; glass class; mug bug; jar char; oven of; blender lender; scale sale; scales sails
        pillow below; sheet seat cheat; towel tower; blanket blanked; mattress matters; iron ion; vacuum back; broom room; mop mob
        bucket basket; soap soup; sponge spunge; bike bite; tyre tire; pump bump; tent tenth; sleeping sleep; bag back beg; boots boot
        ski key; skis keys; racket rocket; ball bowl; helmet helmut; hose hoes; rake break brake; spade spayed; shears shares
        mower more; seeds cedes; pot pott; hoe ho; glue gloo; wax whacks; camera camra; lens lends; tripod try; phone fone
        passport pass; receipt reseat; letter ladder; stamps stumps; scissors caesars; ruler rural; pencil pensil; paper vapor
        toy tie; puzzle muzzle; game came; doll dull; crib grip; bottle bottles; plaster blaster; thermometer thermo; pills bills
        suitcase suit; coat code; hat had; gloves loves; shoes choose; belt felt; chair share; stool tool; shelf self; desk disc; sofa so
        heater eater; fan van; filter filler; hinge inch; hook book; sand send; sandpaper sand; jack jag; oil all; wheel we'll; air heir
        sewing sowing; needle needed; thread threat; yarn yawn; mouse mouth; for four; to two; where wear; sun son; hole whole; holes wholes
    """,
    "de": """
        bohrer borer; bohrmaschine bormaschine; feile pfeile; säge sege; hammer hummer; zange schlange; schraube schrauben traube
        nagel nebel; nägel nebel; dübel übel; kabel gabel; lampe rampe; birne stirn; stecker wecker; sicherung sichtung; akku aku
        batterie batterien; leiter leider leitern; seil teil; kette wette; schloss schoss; schlüssel schüssel; pinsel insel; farbe narbe
        rolle wolle; eimer reimer; besen wesen; lappen happen; seife reife; pumpe lumpe; reifen greifen; helm film; rad rat; zelt geld
        rucksack ruck; schlafsack schlaf; koffer offer; tasche flasche; topf kopf; pfanne wanne fanne; messer messe; löffel würfel
        teller keller; tasse kasse; glas gras; kanne tanne; sieb dieb; reibe reihe; waage wage; mixer mixa; ofen hofen; toaster toster
        bügeleisen bügel; sauger sager; staubsauger staub; decke ecke; kissen wissen; laken lagen; handtuch hand; matratze matraze
        stuhl stuhr; tisch fisch; regal egal; schrank schrang; brett bett; heizung heizen; lüfter luft; schlauch lauch; rechen rächen
        schere schwere; spaten spatzen; schaufel teufel; mäher näher; samen rahmen; kamera kammer; stativ stabil; drucker druckerei
        papier tapir; stift schrift; lineal mineral; kleber kleba leber; pflaster laster; spritze spitze; fieber biber; puppe suppe
        spiel stil; ball fall; schläger schlager; ski schi; stiefel striegel; jacke backe; mütze pfütze; handschuhe hand
        nadel adel; faden fahnden; wolle rolle; maus haus; tastatur tasten; kerze herze; mehl mel; tee tea; reis eis; haken hacken
        wasser waser; meer mehr; lehre leere; wände wende; seite saite; mine miene; rat rad; bund bunt; wagen waagen
    """,
    "fr": """
        vis vice; clou clous loup; marteau martot manteau; scie si; pince prince; clé clef; perceuse berceuse; foret forêt; lime rime
        mètre maître mettre; niveau nouveau; colle col; peinture ceinture; pinceau pinson; échelle et celle; corde accorde; chaîne chêne
        cadenas cadena; verrou verou; câble sable; prise brise; ampoule poule; lampe rampe; pile pille; batterie batteries; fil file
        chargeur charger; torche porche; seau sot saut sceau; balai ballet; éponge et ponge; savon savent; poêle poil; casserole cassrole
        couteau coteau; fourchette fourche; cuillère cuillières; verre vert vers ver; assiette assis; tasse tas; bol bolle; four fou
        râpe rappe; fouet fouets; passoire passoir; balance balances; bouilloire bouilloir; mixeur mixer; fer faire; drap dra; serviette servir
        couette ouate; oreiller oreillé; matelas matela; chaise chèse; table sable; étagère étager; meuble meubles; tente tante; sac sacs
        valise valide; vélo velours; pneu peu; pompe bombe; casque cas; selle sel celle; ski qui; raquette raquettes; balle bal; ballon ballons
        tuyau tuyaux; râteau rateau gâteau; pelle pèle; bêche bèche; tondeuse tondeurs; graines grenne; sécateur secteur; pot peau
        appareil pareil; trépied trois pieds; imprimante imprimer; papier papiers; ciseaux ciseau oiseaux; règle reigle; stylo style
        pansement pensement; thermomètre thermo mètre; poupée poupe; jeu jeux; puzzle pusle; biberon biberons; lit lie; manteau menton
        gants gant quand; bonnet bonnes; bottes boîte; boîte botte; chaussures chaussure; ceinture peinture; laine l'aine; aiguille anguille
        souris sourit; clavier claviers; écran et cran; farine marine; thé tes; riz rit; pâtes pattes; sel selle; crochet crochets
        chauffage chauffages; ventilateur ventile acteur; cire sire; cintre centre; tapis ta pie; rideau ridot; filtre philtre; pied pie
    """,
    "es": """
        taladro saladro; broca boca; martillo martirio; sierra tierra cierra; tornillo tornillos novillo; clavo lavo; alicate alicates
        llave yave nave; lima rima; metro metros; nivel nubel; cola ola; pintura cintura; brocha broche; escalera escaleras; cuerda cuerdo
        cadena cadera; candado cansado; cable sable cabe; enchufe enchufes; bombilla bombillas; lámpara lampara; pila fila; pilas filas
        batería vatería; cargador cargado; linterna interna; cubo tubo; escoba es coba; esponja esponjas; jabón javón jamón; sartén sarten
        olla oya hoya; cuchillo cochinillo; tenedor tener; cuchara cuchilla; vaso baso paso; plato pato; taza tasa; horno orno
        rallador rayador; batidora batidor; colador color; báscula vascula; hervidor servidor; plancha planta; sábana sabana; toalla talla
        manta planta; almohada almohadas; colchón colchon; silla sila; mesa pesa; estante instante; tienda tienta; saco sacó; maleta muleta
        mochila mochilla; bici vici; bomba boba; casco asco caso; esquís esquí; raqueta raquetas; pelota pelotas; balón valón salón
        manguera mangueras; rastrillo rastro; pala bala; tijeras tijera; césped sesped; semillas semilla; maceta maseta; cámara cama
        trípode tripode; impresora impresa; papel papeles; regla reglas; bolígrafo boli; tirita tiritas; termómetro termo metro; muñeca muñeco
        juego fuego; puzle puzles; biberón viberón; cuna tuna; abrigo amigo; guantes guante; gorro forro; botas votas; zapatos zapato
        lana rana; aguja abuja; hilo ilo; ratón rastrón; teclado tejado; pantalla pan talla; harina arina; té te; arroz arros; gancho ancho
        calefactor calor; ventilador ventila; vela bela; percha pecha; alfombra hombro; cortina corina; filtro litro; bolsa volsa; caja paja
    """,
    "it": """
        trapano trapani; punta punte; martello mantello; sega segna; vite vita; viti vite; chiodo chiodi; pinza pizza; chiave chiavi
        lima rima; metro metri; livella libella; colla corda; vernice cornice; pennello penello; scala scale; corda colla; catena cantina
        lucchetto luchetto; cavo capo; presa pressa; lampadina lampadine; lampada rampa; pila fila; pile file; batteria batterie; torcia torcia
        secchio specchio; scopa copa; spugna pugna; sapone savone; padella paella; pentola pentole; coltello cortello; forchetta forcetta
        cucchiaio cucchiaia; bicchiere bicchieri; piatto piato; tazza tasa; forno torno; grattugia gratugia; frusta frutta; bilancia bilance
        bollitore bolitore; frullatore frullare; ferro fero; lenzuola lenzuolo; asciugamano asciuga mano; coperta coperto; cuscino cucino
        materasso matterasso; sedia sede; tavolo tavola; scaffale scafale; tenda tende; sacco saco; valigia valigie; zaino zaini; bici dici
        pompa bomba; casco caso; sci si; racchetta rachetta; palla pala; pallone palone; tubo cubo; rastrello rastello; vanga manga
        forbici forbice; tosaerba tosa erba; semi semmi; vaso naso; macchina macina; stampante stampate; carta quarta; riga riva; penna pena
        cerotto cerotti; termometro termo metro; bambola bambole; gioco fuoco; puzzle pasol; biberon biberone; culla nulla; cappotto cappello
        guanti quanti; berretto beretto; stivali stivale; scarpe scarse; lana rana; ago lago; filo filio; mouse maus; tastiera testiera
        schermo scherno; farina parina; tè te; riso viso; gancio gancho; stufa stufo; ventilatore ventila; candela candele; filtro litro
    """,
    "nl": """
        boor voor; boren boeren; hamer kamer; zaag zag; schroef schroeven groef; spijker spijkers; tang stang; sleutel sleutels; vijl veil
        plank blank; lijm rijm; verf werf; kwast gast; ladder adder; touw tau; ketting wedding; slot schot; kabel fabel; stekker stekkers
        lamp ramp; peer beer; zekering zeker; accu aku; batterij batterijen; oplader opladen; zaklamp zak; emmer hemmer; bezem wezen
        spons spoons; zeep zeef; zeef zeep; pan ban; pot bot; mes mest; vork work; lepel lepels; bord bort; kop kopt; glas gras; oven hoven
        rasp wasp; garde aarde; weegschaal weeg; waterkoker water; mixer mikser; strijkijzer strijk; stofzuiger stof; laken maken; handdoek hand
        deken teken; kussen kusten; matras matrassen; stoel stoet; tafel wafel; kast gast; rek trek; tent rent; slaapzak slaap; tas das
        koffer koffie; rugzak rug; fiets niets; band bant; pomp bomp; helm elm; ski skie; racket raket; bal val; slang lang; hark haak
        schep schip; spade spaden; schaar schaal; maaier maar; zaden saden; camera kamer; statief stadig; printer print; papier rapier
        pen ben; liniaal linie; pleister meester; thermometer thermo; pop top; spel stel; puzzel buzzel; wieg weeg; jas gas; muts nuts
        handschoenen hand; laarzen laarsen; schoenen schoen; riem riemen; wol vol; naald maalt; draad raad; muis huis; toetsenbord toets
        scherm schelm; meel veel; thee te; rijst reist; haak haar; kachel kachels; ventilator ventiel; kaars kaas; tapijt tap; filter vilter
        ei ij; lei lij; kous kou; bout bouwt; hout houd; wiel wil; veer vier; rauw rouw; peil pijl; reis rijs
    """,
}

SPELLINGS: Final[dict[str, str]] = {
    "en": "ph f; ck k; ee ea; ea ee; oo u; ai ay; igh y; tch ch; dge j; ght t; th f; v f; b p; d t; g k; c k; s z; m n; er a; or er; qu kw; x ks; wh w; kn n",
    "de": "ie i; ei ai; äu eu; eu oi; ph f; v f; ck k; tz z; ß s; ss s; b p; d t; g k; ä e; ü i; ö e; chs x; th t; qu kw; m n; er a; st scht; mm m; nn n; ll l",
    "fr": "eau o; au o; ph f; qu k; ç s; ss s; c k; é è; è é; ê é; ai é; ei é; en an; an en; in ain; ill y; th t; b p; d t; g c; v f; z s; mm m; nn n; ll l; tt t; oi wa",
    "es": "b v; v b; ll y; y ll; h ; c s; z s; qu k; g j; j g; ge je; gi ji; d t; n m; l r; r rr; rr r; á a; é e; í i; ó o; ú u; x s; ci si; ce se",
    "it": "cc c; ll l; tt t; zz z; ss s; nn n; mm m; pp p; b p; d t; g c; ch c; gh g; gli li; gn ni; qu cu; sc s; v f; z s; n m; rr r; ggi gi; cci ci",
    "nl": "ij ei; ei ij; ou au; au ou; ch g; g ch; v f; f v; z s; s z; d t; b p; oe u; ee e; aa a; oo o; uu u; th t; c k; kk k; ll l; mm m; nn n; tt t; ie i",
}
"""Pairs of spellings: the first is written as the second, which sounds the same or nearly so."""
