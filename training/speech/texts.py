"""What the synthesisers are given to say: everyday sentences in many languages, and mixtures made of them.

The sentences are our own. Their sense does not matter: what is wanted is many phones beside many others, at the natural
frequencies of each language, in statements, questions and numbers.
"""

import random

_SENTENCES: dict[str, str] = {
    "en-us en-gb-x-rp en-029 en-gb-scotland en-us-nyc en-gb-x-gbclan": (
        "The quick brown fox jumps over the lazy dog while my mother bakes an apple pie. We "
        "move both big boats from the beach before five people arrive at the summer house. "
        "Every morning I wake up and make coffee with a little milk, because the weather is "
        "wonderful today. She saw a beautiful blue bird outside our window. Who would have "
        "thought that people could be so happy about nothing? Please help me find the way "
        "back home to the village by the river. Thank you very much for coming to this "
        "meeting, where we will talk about new ideas for improving public transport. What do "
        "you think about a faster train between both cities? My father always told me to be "
        "patient and brave. If you want to become a famous football player, you must practise "
        "hard. Ladies and gentlemen, good evening and welcome to the show! Tonight we have an "
        "amazing story about a woman who found fifty million dollars under her apartment. I "
        "am not sure whether that is true; however, it sounds funny and possible. The "
        "committee will publish its report on Wednesday, after a long and difficult vote. You "
        "should have seen the look on his face when the whole thing fell off the shelf. Put "
        "the yellow boxes over there, and leave the rest in the garage for now. Our company "
        "grew by twelve percent this year, mostly thanks to two very large customers in "
        "Europe. In the mountains it may snow as early as October, so bring warm clothes and "
        "good shoes. Can I ask you something? Why did nobody call me when the water came "
        "through the roof? Yes, of course, we'd love to join you for lunch. The judge asked "
        "the young man to repeat his answer in a louder voice. Scientists measured the "
        "temperature of the ocean at seven hundred different places. First, chop the onions "
        "and fry them in butter; then add the mushrooms, some pepper and a cup of cream. "
        "Nothing in this room is as old as that small brown chair. Vote early, vote often, my "
        "uncle used to say, and then he laughed until he coughed. Children usually learn to "
        "ride a bicycle between the ages of four and seven. A cheap umbrella will not survive "
        "the storms we get in February. The bridge was closed for months, which forced "
        "everyone to drive through the tunnel. We choose to go, not because it is easy, but "
        "because somebody must. If it were up to me, the garden would be full of roses, plums "
        "and huge sunflowers. Mom, where's my phone? I put it on the table, right by the "
        "window, maybe half an hour ago. George and Vivian will perform their favourite songs "
        "at the opera house. The vehicle in front of us suddenly stopped, and we barely "
        "avoided a crash. Measure twice and cut once; that is the whole secret of good work. "
        "He whispered something about a treasure, a ship, and an island no map has ever "
        "shown. Hopefully the new rules will make things simpler for small businesses. Both "
        "teams played well, but only one of them could win the cup. Do you prefer tea or "
        "orange juice with your breakfast? Weather permitting, we'll launch on Thursday "
        "before sunrise. Oh, that's absolutely fabulous! I owe you a huge favour. Just "
        "breathe in, hold it, and slowly let the air out through your mouth."
    ),
    "de": (
        "guten Morgen meine Damen und Herren heute möchte ich über ein wichtiges Problem "
        "sprechen das uns alle betrifft wir brauchen mehr Zeit und mehr Geld für unsere "
        "Schulen aber auch für Brücken und Straßen der alte Baum vor dem Haus muss leider "
        "gefällt werden weil er krank ist meine Mutter kocht am Sonntag immer Apfelkuchen und "
        "Kaffee können Sie mir bitte helfen den Bahnhof zu finden vielen Dank das ist "
        "wirklich sehr freundlich von Ihnen ich würde gerne im Frühling nach München fahren "
        "und Freunde besuchen"
    ),
    "fr fr-be": (
        "bonjour mesdames et messieurs aujourd'hui nous allons parler de la politique et de "
        "l'économie il fait très beau dehors et les oiseaux chantent dans le jardin ma mère "
        "prépare un bon gâteau pour mon anniversaire vous pouvez prendre le métro jusqu'à la "
        "place de la république puis marcher un peu je voudrais bien un verre d'eau et deux "
        "croissants s'il vous plaît peut-être que demain nous pourrons visiter le musée avec "
        "vos amis beaucoup de monde pense que c'est impossible mais moi je suis sûr que ça va "
        "bien marcher"
    ),
    "es es-419": (
        "buenos días señoras y señores hoy vamos a hablar de un problema muy importante para "
        "todos nosotros mi abuela siempre prepara una comida fantástica los domingos por la "
        "mañana el perro blanco corre rápido por el parque y los niños juegan al fútbol "
        "cuando llueve mucho prefiero quedarme en casa y leer un buen libro puede usted "
        "ayudarme a buscar la estación de autobuses muchas gracias por su amabilidad nunca "
        "había visto una película tan bonita y emocionante"
    ),
    "it": (
        "buongiorno signore e signori oggi parleremo di una cosa molto importante per la "
        "nostra famiglia mia nonna prepara sempre la pasta al pomodoro con molto basilico e "
        "formaggio vorrei comprare un biglietto per il treno che parte domani mattina alle "
        "otto che bella giornata possiamo andare al mare e mangiare un gelato non ho mai "
        "visto una città così meravigliosa come Venezia di sera"
    ),
    "pt-br pt": (
        "bom dia meus amigos hoje vamos falar sobre um problema muito importante para o nosso "
        "povo minha mãe sempre faz um bolo de chocolate aos domingos você pode me ajudar a "
        "encontrar a praia mais bonita da cidade muito obrigado pela sua atenção amanhã vamos "
        "viajar para o norte com a família e os cachorros não sei se vai chover mas levo um "
        "casaco"
    ),
    "ru": (
        "доброе утро дорогие друзья сегодня мы поговорим о важной проблеме нашего города моя "
        "бабушка всегда печёт пироги с яблоками по воскресеньям помогите мне пожалуйста найти "
        "вокзал большое спасибо за вашу помощь завтра будет хорошая погода и мы поедем на "
        "море всей семьёй я никогда не видел такого красивого фильма потому что мало смотрю"
    ),
    "pl": (
        "dzień dobry panie i panowie dzisiaj będziemy rozmawiać o bardzo ważnym problemie "
        "moja babcia zawsze piecze ciasto z jabłkami w niedzielę czy może mi pan pomóc "
        "znaleźć dworzec dziękuję bardzo za pomoc jutro pojedziemy nad morze z całą rodziną "
        "bo ma być piękna pogoda"
    ),
    "tr": (
        "günaydın sevgili arkadaşlar bugün çok önemli bir konu hakkında konuşacağız annem her "
        "pazar elmalı pasta yapar bana istasyonu bulmamda yardım eder misiniz çok teşekkür "
        "ederim yarın bütün aile ile birlikte denize gideceğiz çünkü hava güzel olacak böyle "
        "güzel bir film hiç görmedim"
    ),
    "nl": (
        "goedemorgen dames en heren vandaag gaan we praten over een belangrijk probleem mijn "
        "moeder bakt elke zondag een appeltaart kunt u mij helpen het station te vinden heel "
        "erg bedankt voor uw hulp morgen gaan we met de hele familie naar zee want het wordt "
        "mooi weer"
    ),
    "sv": (
        "god morgon mina vänner idag ska vi prata om ett viktigt problem min mormor bakar "
        "alltid äppelkaka på söndagar kan du hjälpa mig att hitta stationen tack så mycket "
        "för hjälpen imorgon åker vi till havet med hela familjen för det blir vackert väder"
    ),
    "cmn-latn-pinyin": (
        "ni3 hao3 wo3 men5 jin1 tian1 lai2 tan2 yi1 ge4 fei1 chang2 zhong4 yao4 de5 wen4 ti2 "
        "wo3 de5 ma1 ma5 mei3 tian1 zao3 shang5 dou1 zuo4 fan4 qing3 wen4 huo3 che1 zhan4 "
        "zai4 na3 li3 xie4 xie5 ni3 de5 bang1 zhu4 ming2 tian1 tian1 qi4 hen3 hao3 wo3 men5 "
        "qu4 hai3 bian1 wan2 ba5 peng2 you3 bu4 zhi1 dao4 fang2 zi5 piao4 liang5 bao1 mao1 "
        "pao3 fei1 fu4"
    ),
    "ja": (
        "おはよう ございます きょう は たいせつ な もんだい に ついて はなします わたし の "
        "はは は まいあさ ごはん を つくります えき は どこ です か たすけて ください "
        "どうも ありがとう あした は てんき が いい ので うみ に いきましょう ぼく も "
        "ともだち と ふたり で びっくり した"
    ),
    "id": (
        "selamat pagi bapak dan ibu hari ini kita akan membahas masalah yang sangat penting "
        "ibu saya selalu memasak makanan enak setiap pagi bisakah anda membantu saya mencari "
        "stasiun terima kasih banyak besok kita pergi ke pantai bersama keluarga karena cuaca "
        "bagus"
    ),
    "hi": (
        "नमस्ते दोस्तों आज हम एक बहुत महत्वपूर्ण बात पर चर्चा करेंगे मेरी माँ हर सुबह खाना "
        "बनाती है क्या आप मेरी मदद कर सकते हैं बहुत बहुत धन्यवाद कल हम सब परिवार के साथ "
        "समुद्र पर जाएंगे"
    ),
    "ar": (
        "صباح الخير يا أصدقاء اليوم سوف نتحدث عن مشكلة مهمة جدا أمي تطبخ طعاما لذيذا كل صباح "
        "هل يمكن أن تساعدني شكرا جزيلا غدا نذهب إلى البحر مع العائلة"
    ),
    "ko": (
        "안녕하세요 여러분 오늘은 아주 중요한 문제에 대해서 이야기하겠습니다. 어머니는 매일 "
        "아침 맛있는 밥을 만드십니다. 기차역이 어디에 있는지 가르쳐 주시겠어요? 도와주셔서 "
        "정말 고맙습니다. 내일은 날씨가 좋아서 가족과 함께 바다에 갈 거예요."
    ),
    "vi": (
        "xin chào các bạn, hôm nay chúng ta sẽ nói về một vấn đề rất quan trọng. mẹ tôi nấu "
        "cơm mỗi buổi sáng. bạn có thể giúp tôi tìm nhà ga được không? cảm ơn bạn rất nhiều. "
        "ngày mai trời đẹp nên cả gia đình sẽ đi biển."
    ),
    "el": (
        "καλημέρα σας φίλοι μου, σήμερα θα μιλήσουμε για ένα πολύ σημαντικό πρόβλημα. η "
        "μητέρα μου φτιάχνει κάθε Κυριακή μηλόπιτα. μπορείτε να με βοηθήσετε να βρω τον "
        "σταθμό; ευχαριστώ πολύ για τη βοήθεια. αύριο θα πάμε όλοι μαζί στη θάλασσα."
    ),
    "hu": (
        "jó reggelt kívánok, ma egy nagyon fontos dologról fogunk beszélni. az anyám minden "
        "vasárnap almás süteményt süt. tudna segíteni megtalálni az állomást? nagyon szépen "
        "köszönöm a segítséget. holnap szép idő lesz, és az egész család a tóhoz utazik."
    ),
    "fi": (
        "hyvää huomenta ystävät, tänään puhumme hyvin tärkeästä asiasta. äitini leipoo "
        "omenapiirakkaa joka sunnuntai. voisitteko auttaa minua löytämään rautatieaseman? "
        "kiitos oikein paljon avusta. huomenna on kaunis ilma ja menemme koko perheen kanssa "
        "merelle."
    ),
    "cs": (
        "dobré ráno přátelé, dnes budeme mluvit o velmi důležité věci. moje babička peče "
        "každou neděli jablečný koláč. můžete mi prosím pomoci najít nádraží? mockrát vám "
        "děkuji za pomoc. zítra bude hezky a celá rodina pojede k vodě."
    ),
    "ro": (
        "bună dimineața prieteni, astăzi vom vorbi despre o problemă foarte importantă. "
        "bunica mea face plăcintă cu mere în fiecare duminică. mă puteți ajuta să găsesc "
        "gara? vă mulțumesc mult pentru ajutor. mâine va fi vreme frumoasă și mergem la mare "
        "cu toată familia."
    ),
    "da": (
        "god morgen mine venner, i dag skal vi tale om et meget vigtigt problem. min mor "
        "bager altid æblekage om søndagen. kan du hjælpe mig med at finde stationen? mange "
        "tak for hjælpen. i morgen bliver det smukt vejr, og vi tager til havet med hele "
        "familien."
    ),
    "nb": (
        "god morgen alle sammen, i dag skal vi snakke om en viktig sak. bestemoren min baker "
        "eplekake hver søndag. kan du hjelpe meg med å finne stasjonen? tusen takk for "
        "hjelpen. i morgen blir det fint vær, og vi drar til sjøen med hele familien."
    ),
    "uk": (
        "доброго ранку, друзі, сьогодні ми поговоримо про дуже важливу справу. моя бабуся "
        "щонеділі пече пиріг з яблуками. допоможіть мені, будь ласка, знайти вокзал. щиро "
        "дякую за допомогу. завтра буде гарна погода, і ми поїдемо до моря."
    ),
    "fa": (
        "صبح بخیر دوستان من، امروز درباره یک موضوع بسیار مهم صحبت می‌کنیم. مادرم هر روز صبح "
        "غذا می‌پزد. ممکن است به من کمک کنید ایستگاه را پیدا کنم؟ خیلی ممنون از کمک شما. فردا "
        "با خانواده به کنار دریا می‌رویم."
    ),
    "bn": (
        "সুপ্রভাত বন্ধুরা, আজ আমরা একটি খুব গুরুত্বপূর্ণ বিষয় নিয়ে কথা বলব। আমার মা "
        "প্রতিদিন সকালে রান্না করেন। আপনি কি আমাকে স্টেশন খুঁজতে সাহায্য করবেন? অনেক ধন্যবাদ। "
        "আগামীকাল আমরা সবাই সমুদ্রে যাব।"
    ),
    "ta": (
        "வணக்கம் நண்பர்களே, இன்று நாம் ஒரு முக்கியமான விஷயத்தைப் பற்றி பேசுவோம். என் அம்மா "
        "தினமும் காலையில் சமைக்கிறார். ரயில் நிலையம் எங்கே இருக்கிறது? மிக்க நன்றி. நாளை "
        "குடும்பத்துடன் கடற்கரைக்கு போவோம்."
    ),
    "sw": (
        "habari za asubuhi rafiki zangu, leo tutazungumza kuhusu jambo muhimu sana. mama "
        "yangu hupika chakula kitamu kila siku asubuhi. unaweza kunisaidia kutafuta kituo cha "
        "basi? asante sana kwa msaada wako. kesho tutaenda baharini pamoja na familia yote."
    ),
    "he": (
        "בוקר טוב חברים, היום נדבר על נושא חשוב מאוד. אמא שלי מבשלת כל בוקר. אפשר לעזור לי "
        "למצוא את התחנה? תודה רבה על העזרה. מחר ניסע לים עם כל המשפחה."
    ),
    "ca": (
        "bon dia amics meus, avui parlarem d'un problema molt important. la meva àvia fa un "
        "pastís de poma cada diumenge. em podeu ajudar a trobar l'estació? moltes gràcies per "
        "la vostra ajuda. demà farà bon temps i anirem a la platja amb tota la família."
    ),
    "sr": (
        "добро јутро пријатељи, данас ћемо говорити о веома важном проблему. моја бака сваке "
        "недеље пече питу од јабука. можете ли ми помоћи да пронађем станицу? хвала вам пуно "
        "на помоћи. сутра ће бити лепо време и идемо на море."
    ),
}  # fmt: skip
"""espeak-ng's names of voices, separated by spaces, and what they are given to say."""

LANGUAGES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (voice, tuple(text.split())) for voices, text in _SENTENCES.items() for voice in voices.split()
)
"""Every voice with its words; a language with several voices stands here as often."""

ENGLISH: tuple[str, ...] = LANGUAGES[0][1]

_MARKS = (",", ".", ".", "?", "!")


def sentence(chance: random.Random, words: tuple[str, ...], length: int) -> str:
    """About `length` words: pieces of the running text in any order, now and then a number or a made-up word."""
    said: list[str] = []
    while len(said) < length:
        start, count = chance.randrange(len(words)), chance.randint(1, 6)
        said += words[start : start + count]
        if chance.random() < 0.1:
            said.append(str(chance.randint(0, 10 ** chance.randint(1, 4))))
        if chance.random() < 0.15:
            said.append(_made_up(chance, words))
        if chance.random() < 0.18:
            said[-1] += chance.choice(_MARKS)
    return " ".join(said)


def _made_up(chance: random.Random, words: tuple[str, ...]) -> str:
    """The beginning of one word with the end of another: new neighbours for the phones of the language."""
    one, other = chance.choice(words).strip(".,?!;"), chance.choice(words).strip(".,?!;")
    return one[: (len(one) + 1) // 2] + other[len(other) // 2 :]
