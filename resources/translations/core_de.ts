<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> What was said before is kept.</source>
        <translation> Das zuvor Gesagte bleibt erhalten.</translation>
    </message>
    <message>
        <source>1 frame at the beginning cannot be decoded and is left out.</source>
        <translation>1 Bild am Anfang lässt sich nicht dekodieren und wird weggelassen.</translation>
    </message>
    <message>
        <source>1 frame at the end cannot be decoded and is left out.</source>
        <translation>1 Bild am Ende lässt sich nicht dekodieren und wird weggelassen.</translation>
    </message>
    <message>
        <source>A .{container} file cannot hold {codec}.</source>
        <translation>Eine .{container}-Datei kann {codec} nicht enthalten.</translation>
    </message>
    <message>
        <source>A list of exports is damaged and was put aside as {aside}.</source>
        <translation>Eine Liste von Exporten ist beschädigt und wurde als {aside} beiseitegelegt.</translation>
    </message>
    <message>
        <source>A list of exports was kept by a newer Dubwright and stays in {file}.</source>
        <translation>Eine Liste von Exporten stammt von einem neueren Dubwright und bleibt in {file}.</translation>
    </message>
    <message>
        <source>A value kept in the cache “{kind}” was damaged; it is made anew.</source>
        <translation>Ein Wert im Zwischenspeicher „{kind}“ war beschädigt; er wird neu berechnet.</translation>
    </message>
    <message>
        <source>Add one first.</source>
        <translation>Zuerst einen hinzufügen.</translation>
    </message>
    <message>
        <source>Allow writing there, or choose another folder.</source>
        <translation>Dort das Schreiben erlauben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Allow writing there, or name another folder in {variable}.</source>
        <translation>Das Schreiben dort erlauben oder in {variable} einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>Allow writing there, or remove the folder by hand.</source>
        <translation>Dort das Schreiben erlauben oder den Ordner von Hand löschen.</translation>
    </message>
    <message>
        <source>Another program holds the cache “{kind}”; some of what is made is not kept.</source>
        <translation>Ein anderes Programm hält den Zwischenspeicher „{kind}“ belegt; manches Ergebnis wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Ask for permission to read it, or copy it.</source>
        <translation>Um das Recht zum Lesen bitten oder die Datei kopieren.</translation>
    </message>
    <message>
        <source>Ask its author for a safetensors file, or for a plain state dict.</source>
        <translation>Den Urheber um eine Safetensors-Datei oder ein einfaches State-Dict bitten.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>Eine neue beginnen.</translation>
    </message>
    <message>
        <source>BiSeNet face parsing, 19 classes</source>
        <translation>BiSeNet-Gesichtszerlegung, 19 Klassen</translation>
    </message>
    <message>
        <source>Built-in engine: sound to mouth shapes</source>
        <translation>Eingebaute Engine: vom Ton zu Mundformen</translation>
    </message>
    <message>
        <source>Check the disk or choose another folder.</source>
        <translation>Den Datenträger prüfen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Check the folder and the free space.</source>
        <translation>Den Ordner und den freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Den Namen und den Ordner prüfen.</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>Den Namen prüfen oder die Datei neu auswählen.</translation>
    </message>
    <message>
        <source>Check the network, or name a mirror with --mirror or HF_ENDPOINT; what has come so far is kept.</source>
        <translation>Das Netz prüfen oder mit --mirror oder HF_ENDPOINT einen Spiegel nennen; was bisher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt, .bin or .safetensors file.</source>
        <translation>Eine .pth-, .pt-, .bin- oder .safetensors-Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a file name for the result.</source>
        <translation>Einen Dateinamen für das Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .dub.</source>
        <translation>Eine Datei wählen, die auf .dub endet.</translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation>Eine Datei mit Ton wählen.</translation>
    </message>
    <message>
        <source>Choose a film or a still image.</source>
        <translation>Einen Film oder ein Standbild wählen.</translation>
    </message>
    <message>
        <source>Choose a folder of PNG or JPEG files.</source>
        <translation>Einen Ordner mit PNG- oder JPEG-Dateien wählen.</translation>
    </message>
    <message>
        <source>Choose a project saved by Dubwright.</source>
        <translation>Ein mit Dubwright gespeichertes Projekt wählen.</translation>
    </message>
    <message>
        <source>Choose another clip, or another face.</source>
        <translation>Einen anderen Clip oder ein anderes Gesicht wählen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Choose another folder for it in the settings.</source>
        <translation>In den Einstellungen einen anderen Ordner dafür wählen.</translation>
    </message>
    <message>
        <source>Choose another folder with -o.</source>
        <translation>Mit -o einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>Einen anderen Namen für das Ergebnis wählen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another stretch of the film, or another face.</source>
        <translation>Eine andere Stelle des Films oder ein anderes Gesicht wählen.</translation>
    </message>
    <message>
        <source>Choose one of: {join}.</source>
        <translation>Eines davon wählen: {join}.</translation>
    </message>
    <message>
        <source>Choose the codec h264, which can.</source>
        <translation>Den Codec h264 wählen, der es kann.</translation>
    </message>
    <message>
        <source>Choose the codec {other}, which works here.</source>
        <translation>Den Codec {other} wählen, der hier funktioniert.</translation>
    </message>
    <message>
        <source>Choose the device “cpu”, or the backend “torch”.</source>
        <translation>Das Gerät „cpu“ oder das Backend „torch“ wählen.</translation>
    </message>
    <message>
        <source>Choose the engine “instant”.</source>
        <translation>Die Engine „instant“ wählen.</translation>
    </message>
    <message>
        <source>Choose the film that it names.</source>
        <translation>Den Film wählen, den es nennt.</translation>
    </message>
    <message>
        <source>Choose the folder of an unpacked insightface pack.</source>
        <translation>Den Ordner eines entpackten insightface-Pakets wählen.</translation>
    </message>
    <message>
        <source>Choose “cpu”, or leave the choice to Dubwright.</source>
        <translation>„cpu“ wählen oder Dubwright die Wahl überlassen.</translation>
    </message>
    <message>
        <source>Close other programs that use it, allow this one to use it in the system&apos;s settings, or choose another.</source>
        <translation>Andere Programme schließen, die es benutzen, es diesem Programm in den Systemeinstellungen erlauben oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Close other programs, or choose the built-in engine.</source>
        <translation>Andere Programme schließen oder die eingebaute Engine wählen.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Andere Programme schließen.</translation>
    </message>
    <message>
        <source>Close programs that use it, or choose another.</source>
        <translation>Programme schließen, die es benutzen, oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Colours stored as {matrix} are read as those of its size; they may look wrong.</source>
        <translation>Als {matrix} gespeicherte Farben werden so gelesen, wie es zur Bildgröße passt; sie können falsch aussehen.</translation>
    </message>
    <message>
        <source>Convert it to H.264.</source>
        <translation>In H.264 umwandeln.</translation>
    </message>
    <message>
        <source>Copy or download the file again.</source>
        <translation>Die Datei erneut kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>Copy the file again, or convert it with another program.</source>
        <translation>Die Datei erneut kopieren oder mit einem anderen Programm umwandeln.</translation>
    </message>
    <message>
        <source>Copy the file again, or convert it.</source>
        <translation>Die Datei erneut kopieren oder umwandeln.</translation>
    </message>
    <message>
        <source>Copy the file again, or make a smaller one.</source>
        <translation>Die Datei erneut kopieren oder eine kleinere anfertigen.</translation>
    </message>
    <message>
        <source>Copy the file again, or save it as PNG.</source>
        <translation>Die Datei erneut kopieren oder als PNG speichern.</translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation>Die Datei erneut kopieren.</translation>
    </message>
    <message>
        <source>Even one frame needs more memory than {title} has.</source>
        <translation>Selbst ein einzelnes Bild braucht mehr Speicher, als {title} hat.</translation>
    </message>
    <message>
        <source>Exports go on, but are forgotten when Dubwright ends.</source>
        <translation>Exporte laufen weiter, werden aber vergessen, wenn Dubwright endet.</translation>
    </message>
    <message>
        <source>Face detector and 468-point face mesh</source>
        <translation>Gesichtserkennung und Gesichtsnetz aus 468 Punkten</translation>
    </message>
    <message>
        <source>Face {chosen} is not seen between frames {start} and {stop}.</source>
        <translation>Gesicht {chosen} ist zwischen den Bildern {start} und {stop} nicht zu sehen.</translation>
    </message>
    <message>
        <source>Faces found: {known}.</source>
        <translation>Gefundene Gesichter: {known}.</translation>
    </message>
    <message>
        <source>Fetch it again; if it happens again, use another network or mirror.</source>
        <translation>Erneut laden; geschieht es wieder, ein anderes Netz oder einen anderen Spiegel benutzen.</translation>
    </message>
    <message>
        <source>Fetch or copy it again; “dubwright weights verify” says what is whole.</source>
        <translation>Erneut laden oder kopieren; „dubwright weights verify“ sagt, was heil ist.</translation>
    </message>
    <message>
        <source>Fetching is switched off by HF_HUB_OFFLINE.</source>
        <translation>Das Laden ist durch HF_HUB_OFFLINE abgeschaltet.</translation>
    </message>
    <message>
        <source>Films are not written as “{value}”.</source>
        <translation>Filme werden nicht als „{value}“ geschrieben.</translation>
    </message>
    <message>
        <source>Frame {value} is {what}.</source>
        <translation>Bild {value} ist {what}.</translation>
    </message>
    <message>
        <source>Free at least 1 GB.</source>
        <translation>Mindestens 1 GB freigeben.</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>Platz auf dem Datenträger schaffen.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Get or import the weights of the MuseTalk engine.</source>
        <translation>Die Gewichte der Engine MuseTalk laden oder importieren.</translation>
    </message>
    <message>
        <source>Get or import the weights of the autoencoder.</source>
        <translation>Die Gewichte des Autoencoders laden oder importieren.</translation>
    </message>
    <message>
        <source>Get or import these weights again.</source>
        <translation>Diese Gewichte erneut laden oder importieren.</translation>
    </message>
    <message>
        <source>Hold another frame.</source>
        <translation>Ein anderes Bild halten.</translation>
    </message>
    <message>
        <source>If it is damaged, get it again; if it is your own, import the folder with --name NAME.</source>
        <translation>Sind sie beschädigt, neu laden; sind es eigene, den Ordner mit --name NAME importieren.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Install Dubwright again.</source>
        <translation>Dubwright neu installieren.</translation>
    </message>
    <message>
        <source>Install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>OBS Studio 30 oder neuer installieren und seine virtuelle Kamera einmal starten.</translation>
    </message>
    <message>
        <source>Install OBS Studio, which brings a virtual camera.</source>
        <translation>OBS Studio installieren, das eine virtuelle Kamera mitbringt.</translation>
    </message>
    <message>
        <source>Install PortAudio (on Debian and Ubuntu: sudo apt install libportaudio2), then start again.</source>
        <translation>PortAudio installieren (unter Debian und Ubuntu: sudo apt install libportaudio2) und neu starten.</translation>
    </message>
    <message>
        <source>Install a driver that supports CUDA {cuda}, then start the machine again.</source>
        <translation>Einen Treiber installieren, der CUDA {cuda} unterstützt, und den Rechner neu starten.</translation>
    </message>
    <message>
        <source>Install a virtual camera for this system.</source>
        <translation>Eine virtuelle Kamera für dieses System installieren.</translation>
    </message>
    <message>
        <source>Install another build of ffmpeg: this one has no encoder that works.</source>
        <translation>Eine andere Fassung von ffmpeg installieren: diese hat keinen Encoder, der funktioniert.</translation>
    </message>
    <message>
        <source>Install ffmpeg, or install Dubwright again.</source>
        <translation>ffmpeg installieren oder Dubwright neu installieren.</translation>
    </message>
    <message>
        <source>Install ffmpeg, or the Python package imageio-ffmpeg.</source>
        <translation>ffmpeg oder das Python-Paket imageio-ffmpeg installieren.</translation>
    </message>
    <message>
        <source>Install it: pip install &quot;dubwright[camera]&quot;.</source>
        <translation>Installieren mit: pip install &quot;dubwright[camera]&quot;.</translation>
    </message>
    <message>
        <source>Install the CUDA build of Dubwright; until then the processor does the work.</source>
        <translation>Die CUDA-Fassung von Dubwright installieren; bis dahin rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>Install v4l2loopback and load it: sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>v4l2loopback installieren und laden: sudo modprobe v4l2loopback exclusive_caps=1.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>It belongs to another network; choose the file that its set of weights names.</source>
        <translation>Sie gehören zu einem anderen Netz; die Datei wählen, die der Satz von Gewichten nennt.</translation>
    </message>
    <message>
        <source>It is made again when you play once more.</source>
        <translation>Er wird neu erzeugt, sobald erneut abgespielt wird.</translation>
    </message>
    <message>
        <source>It may be damaged; if not, close other programs.</source>
        <translation>Vielleicht ist sie beschädigt; sonst andere Programme schließen.</translation>
    </message>
    <message>
        <source>It reads: “{LICENCE}” If you accept it, add --accept-licence once.</source>
        <translation>Sie lautet: „{LICENCE}“ Wer sie annimmt, fügt einmal --accept-licence hinzu.</translation>
    </message>
    <message>
        <source>Known are mesh and insightface.</source>
        <translation>Es gibt mesh und insightface.</translation>
    </message>
    <message>
        <source>Known are: {join}.</source>
        <translation>Es gibt: {join}.</translation>
    </message>
    <message>
        <source>Known are: {join}. Choose one of them, or update Dubwright.</source>
        <translation>Es gibt: {join}. Eine davon wählen oder Dubwright aktualisieren.</translation>
    </message>
    <message>
        <source>Known are: {known}.</source>
        <translation>Es gibt: {known}.</translation>
    </message>
    <message>
        <source>Little space is left in {path}.</source>
        <translation>In {path} ist wenig Platz frei.</translation>
    </message>
    <message>
        <source>Look at its rights, or copy it.</source>
        <translation>Die Zugriffsrechte ansehen oder die Datei kopieren.</translation>
    </message>
    <message>
        <source>Make it, or choose another folder.</source>
        <translation>Ihn anlegen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Make or import them again, or choose other weights.</source>
        <translation>Sie neu erzeugen oder importieren, oder andere Gewichte wählen.</translation>
    </message>
    <message>
        <source>Make room in memory and on the disk, or choose the backend “torch”.</source>
        <translation>Im Speicher und auf dem Datenträger Platz schaffen oder das Backend „torch“ wählen.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_CACHE to another folder, and open the film again.</source>
        <translation>Platz schaffen oder DUBWRIGHT_CACHE auf einen anderen Ordner setzen und den Film erneut öffnen.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_CACHE to another folder.</source>
        <translation>Platz schaffen oder DUBWRIGHT_CACHE auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_WEIGHTS to a folder on another disk.</source>
        <translation>Platz schaffen oder DUBWRIGHT_WEIGHTS auf einen Ordner eines anderen Datenträgers setzen.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_WEIGHTS to another folder.</source>
        <translation>Platz schaffen oder DUBWRIGHT_WEIGHTS auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>Memory ran out: going on with single frames.</source>
        <translation>Der Speicher reicht nicht: es geht mit einzelnen Bildern weiter.</translation>
    </message>
    <message>
        <source>Memory ran out: going on with {fewer} frames at once.</source>
        <translation>Der Speicher reicht nicht: es geht mit {fewer} Bildern auf einmal weiter.</translation>
    </message>
    <message>
        <source>Memory ran out: pictures are now decoded one by one.</source>
        <translation>Der Speicher reicht nicht: Bilder werden nun einzeln dekodiert.</translation>
    </message>
    <message>
        <source>Memory ran out: the networks now take turns on the device.</source>
        <translation>Der Speicher reicht nicht: die Netze wechseln sich nun auf dem Gerät ab.</translation>
    </message>
    <message>
        <source>Move it elsewhere.</source>
        <translation>Verschieben Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>MuseTalk 1.0: the inpainting network</source>
        <translation>MuseTalk 1.0: das malende Netz</translation>
    </message>
    <message>
        <source>MuseTalk 1.5: the inpainting network</source>
        <translation>MuseTalk 1.5: das malende Netz</translation>
    </message>
    <message>
        <source>Name a folder in the official layout, or run “dubwright weights get musetalk-1.5”.</source>
        <translation>Einen Ordner im offiziellen Aufbau nennen oder „dubwright weights get musetalk-1.5“ ausführen.</translation>
    </message>
    <message>
        <source>Name a folder with whole folders of the authors&apos; layout in it: {known}.</source>
        <translation>Einen Ordner nennen, in dem vollständige Ordner im Aufbau der Urheber liegen: {known}.</translation>
    </message>
    <message>
        <source>Name a folder with {wanted}.</source>
        <translation>Nennen Sie einen Ordner mit {wanted}.</translation>
    </message>
    <message>
        <source>Name it with https://.</source>
        <translation>Die Adresse mit https:// angeben.</translation>
    </message>
    <message>
        <source>Name the folder that holds the weights.</source>
        <translation>Den Ordner nennen, in dem die Gewichte liegen.</translation>
    </message>
    <message>
        <source>Name the folder with its ONNX files.</source>
        <translation>Den Ordner mit seinen ONNX-Dateien nennen.</translation>
    </message>
    <message>
        <source>Name the result with .mp4 or .mkv.</source>
        <translation>Das Ergebnis mit .mp4 oder .mkv benennen.</translation>
    </message>
    <message>
        <source>Name the result with one of {names}.</source>
        <translation>Das Ergebnis mit einer dieser Endungen benennen: {names}.</translation>
    </message>
    <message>
        <source>Name the result with {names}.</source>
        <translation>Das Ergebnis mit {names} benennen.</translation>
    </message>
    <message>
        <source>No H.264 encoder works.</source>
        <translation>Kein H.264-Encoder funktioniert.</translation>
    </message>
    <message>
        <source>No frame of {name} can be decoded.</source>
        <translation>Kein Bild von {name} lässt sich dekodieren.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Es wurde kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>keine solche Datei und kein solcher Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Not all images have a number in their name; they are taken in the order of their names.</source>
        <translation>Nicht alle Bilder haben eine Zahl im Namen; sie werden in der Reihenfolge ihrer Namen genommen.</translation>
    </message>
    <message>
        <source>Not on this machine.</source>
        <translation>Nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Nothing can be written to {parent}: {reason}.</source>
        <translation>Nach {parent} lässt sich nichts schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Numbers keep overflowing: going on in float32, which is slower.</source>
        <translation>Zahlen laufen immer wieder über: es geht in float32 weiter, was langsamer ist.</translation>
    </message>
    <message>
        <source>Numbers overflowed in {precision}: {rows} pictures were painted again.</source>
        <translation>In {precision} liefen Zahlen über: {rows} Bilder wurden neu gemalt.</translation>
    </message>
    <message>
        <source>Only part of the film is written, without its other tracks: {described}.</source>
        <translation>Nur ein Teil des Films wird geschrieben, ohne seine weiteren Spuren: {described}.</translation>
    </message>
    <message>
        <source>Only {value} GB of memory are free.</source>
        <translation>Nur {value} GB Arbeitsspeicher sind frei.</translation>
    </message>
    <message>
        <source>Open it in the window, which leaves out what is damaged.</source>
        <translation>Im Fenster öffnen; dort wird weggelassen, was beschädigt ist.</translation>
    </message>
    <message>
        <source>Open {endpoint}/{repository}, ask for access, then run “hf auth login”.</source>
        <translation>{endpoint}/{repository} öffnen, um Zugang bitten und dann „hf auth login“ ausführen.</translation>
    </message>
    <message>
        <source>OpenVINO could not convert a network: {splitlines}.</source>
        <translation>OpenVINO konnte ein Netz nicht umwandeln: {splitlines}.</translation>
    </message>
    <message>
        <source>OpenVINO is not installed.</source>
        <translation>OpenVINO ist nicht installiert.</translation>
    </message>
    <message>
        <source>OpenVINO runs on the processor here.</source>
        <translation>OpenVINO läuft hier auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Parts of the picture are damaged and are left out.</source>
        <translation>Teile des Bildes sind beschädigt und werden weggelassen.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Plug one in to record or to dub live.</source>
        <translation>Eines anschließen, um aufzunehmen oder live zu synchronisieren.</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server, and look again.</source>
        <translation>Eines anschließen oder den Tondienst starten und erneut nachsehen.</translation>
    </message>
    <message>
        <source>Plug the microphone in again, or choose another.</source>
        <translation>Das Mikrofon wieder anschließen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>PortAudio finds no sound system: {error}.</source>
        <translation>PortAudio findet kein Tonsystem: {error}.</translation>
    </message>
    <message>
        <source>Put the files back, or run “dubwright weights import FOLDER” with the folder in which they are now.</source>
        <translation>Die Dateien zurücklegen oder „dubwright weights import ORDNER“ mit ihrem jetzigen Ordner ausführen.</translation>
    </message>
    <message>
        <source>Read them; if you accept them, repeat the command with --accept-licence.</source>
        <translation>Sie lesen; wer sie annimmt, wiederholt den Befehl mit --accept-licence.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Remove Dubwright itself instead.</source>
        <translation>Stattdessen Dubwright selbst entfernen.</translation>
    </message>
    <message>
        <source>Remove that entry.</source>
        <translation>Diesen Eintrag entfernen.</translation>
    </message>
    <message>
        <source>Removed the half-written {name}, which an export that was cut short had left.</source>
        <translation>Das halb geschriebene {name} wurde entfernt; ein abgebrochener Export hatte es hinterlassen.</translation>
    </message>
    <message>
        <source>Run “dubwright weights get {name}”, or “dubwright weights import FOLDER” if you have them.</source>
        <translation>„dubwright weights get {name}“ ausführen, oder „dubwright weights import ORDNER“, wenn sie schon da sind.</translation>
    </message>
    <message>
        <source>Run “dubwright weights remove {inside}” first.</source>
        <translation>Erst „dubwright weights remove {inside}“ ausführen.</translation>
    </message>
    <message>
        <source>Run “pip install openvino”, or choose another backend.</source>
        <translation>„pip install openvino“ ausführen oder ein anderes Backend wählen.</translation>
    </message>
    <message>
        <source>Run “python3 bootstrap.py weights” in Dubwright&apos;s folder.</source>
        <translation>Im Ordner von Dubwright „python3 bootstrap.py weights“ ausführen.</translation>
    </message>
    <message>
        <source>Save it as PNG.</source>
        <translation>Als PNG speichern.</translation>
    </message>
    <message>
        <source>Save it with 8 or 16 bits a channel.</source>
        <translation>Mit 8 oder 16 Bit je Kanal speichern.</translation>
    </message>
    <message>
        <source>Save it yourself now.</source>
        <translation>Jetzt von Hand speichern.</translation>
    </message>
    <message>
        <source>Scale it to at most {MAX_SIDE} pixels a side and {value} megapixels.</source>
        <translation>Auf höchstens {MAX_SIDE} Pixel je Seite und {value} Megapixel verkleinern.</translation>
    </message>
    <message>
        <source>Set an earlier in point, or export all.</source>
        <translation>Einen früheren In-Punkt setzen oder alles exportieren.</translation>
    </message>
    <message>
        <source>Set it to a number of gigabytes, such as 40.</source>
        <translation>Eine Zahl von Gigabyte angeben, etwa 40.</translation>
    </message>
    <message>
        <source>Small sync network of your own</source>
        <translation>Eigenes kleines Sync-Netz</translation>
    </message>
    <message>
        <source>Stable Diffusion&apos;s autoencoder, fine-tuned for small errors</source>
        <translation>Autoencoder von Stable Diffusion, auf kleine Fehler nachtrainiert</translation>
    </message>
    <message>
        <source>Stream {index} ({described}) cannot be kept in a .{container} file.</source>
        <translation>Spur {index} ({described}) kann in einer .{container}-Datei nicht bleiben.</translation>
    </message>
    <message>
        <source>Stream {index} ({described}) was encoded anew as {codec}.</source>
        <translation>Spur {index} ({described}) wurde neu als {codec} kodiert.</translation>
    </message>
    <message>
        <source>SyncNet of Chung &amp; Zisserman</source>
        <translation>SyncNet von Chung und Zisserman</translation>
    </message>
    <message>
        <source>The border is moved off the nose&apos;s ridge; between {least} and {greatest} is usual.</source>
        <translation>Die Grenze wird vom Nasenrücken weggeschoben; üblich ist {least} bis {greatest}.</translation>
    </message>
    <message>
        <source>The built-in voice is missing.</source>
        <translation>Die eingebaute Stimme fehlt.</translation>
    </message>
    <message>
        <source>The cache {folder} cannot be cleared.</source>
        <translation>Der Zwischenspeicher {folder} lässt sich nicht leeren.</translation>
    </message>
    <message>
        <source>The cache {folder} cannot be read: {strerror}.</source>
        <translation>Der Zwischenspeicher {folder} lässt sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
        <source>The cache {parent} cannot be written: {strerror}.</source>
        <translation>Der Zwischenspeicher {parent} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
        <source>The cache “{kind}” cannot be used ({reason}); what is made is not kept.</source>
        <translation>Der Zwischenspeicher „{kind}“ ist nicht benutzbar ({reason}); Ergebnisse werden nicht aufgehoben.</translation>
    </message>
    <message>
        <source>The cache “{kind}” is full; what is made from here on is not kept.</source>
        <translation>Der Zwischenspeicher „{kind}“ ist voll; was von nun an entsteht, wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>The cache “{kind}” was damaged; a new one is begun.</source>
        <translation>Der Zwischenspeicher „{kind}“ war beschädigt; ein neuer wird begonnen.</translation>
    </message>
    <message>
        <source>The cached face analysis was damaged and is made again.</source>
        <translation>Die aufgehobene Gesichtsanalyse war beschädigt und wird neu gemacht.</translation>
    </message>
    <message>
        <source>The device&apos;s memory is too small: going on with the processor, which is slower.</source>
        <translation>Der Speicher des Geräts ist zu klein: es geht mit dem Prozessor weiter, was langsamer ist.</translation>
    </message>
    <message>
        <source>The disk cannot hold a file of this size.</source>
        <translation>Der Datenträger kann keine so große Datei aufnehmen.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>Der Datenträger ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>Der Datenträger meldete einen Fehler.</translation>
    </message>
    <message>
        <source>The engine “{engine}” cannot hear while one speaks.</source>
        <translation>Die Engine „{engine}“ kann nicht zuhören, während gesprochen wird.</translation>
    </message>
    <message>
        <source>The entry “{name}” of the weights file {path} is no dense tensor.</source>
        <translation>Der Eintrag „{name}“ der Gewichtedatei {path} ist kein dichter Tensor.</translation>
    </message>
    <message>
        <source>The entry “{name}” of the weights file {path} is no tensor.</source>
        <translation>Der Eintrag „{name}“ der Gewichtedatei {path} ist kein Tensor.</translation>
    </message>
    <message>
        <source>The face analysis cannot be kept on disk or read from it: {error}.</source>
        <translation>Die Gesichtsanalyse lässt sich nicht auf dem Datenträger aufheben oder von dort lesen: {error}.</translation>
    </message>
    <message>
        <source>The face cannot be made to speak: {reason}.</source>
        <translation>Das Gesicht lässt sich nicht zum Sprechen bringen: {reason}.</translation>
    </message>
    <message>
        <source>The face is not seen in frame {value}.</source>
        <translation>Das Gesicht ist in Bild {value} nicht zu sehen.</translation>
    </message>
    <message>
        <source>The face pack {name} cannot be used: {value}.</source>
        <translation>Das Gesichtspaket {name} ist nicht benutzbar: {value}.</translation>
    </message>
    <message>
        <source>The file breaks off before its end; it is used up to its last good frame.</source>
        <translation>Die Datei bricht vor ihrem Ende ab; sie wird bis zum letzten guten Bild benutzt.</translation>
    </message>
    <message>
        <source>The file has no usable times; its frames are taken to be evenly spaced.</source>
        <translation>Die Datei hat keine brauchbaren Zeiten; ihre Bilder gelten als gleichmäßig verteilt.</translation>
    </message>
    <message>
        <source>The file may not be written there.</source>
        <translation>Die Datei darf dort nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The film is HDR ({name}); it is shown and written in standard range (BT.709).</source>
        <translation>Der Film ist HDR ({name}); er wird im Standardumfang (BT.709) gezeigt und geschrieben.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {strerror}.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen: {strerror}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {strerror}.</source>
        <translation>In den Ordner {folder} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s driver does not work with this Dubwright.</source>
        <translation>Der Treiber der Grafikkarte arbeitet nicht mit diesem Dubwright zusammen.</translation>
    </message>
    <message>
        <source>The hub {endpoint} cannot be reached.</source>
        <translation>Der Server {endpoint} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The image {name} has {dtype} pixels.</source>
        <translation>Das Bild {name} hat Pixel der Art {dtype}.</translation>
    </message>
    <message>
        <source>The image {name} is damaged.</source>
        <translation>Das Bild {name} ist beschädigt.</translation>
    </message>
    <message>
        <source>The insightface back end needs a pack.</source>
        <translation>Das insightface-Backend braucht ein Paket.</translation>
    </message>
    <message>
        <source>The licence of the face pack {name} has not been accepted.</source>
        <translation>Die Lizenz des Gesichtspakets {name} wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The list of exports cannot be saved: {reason}.</source>
        <translation>Die Liste der Exporte lässt sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>The loudness is {loudness} LUFS: more would be distorted.</source>
        <translation>Die Lautheit ist {loudness} LUFS: mehr wäre verzerrt.</translation>
    </message>
    <message>
        <source>The loudspeaker did not come back: you are not heard any more. Start again to choose another.</source>
        <translation>Der Lautsprecher kam nicht zurück: Sie sind nicht mehr zu hören. Neu starten, um einen anderen zu wählen.</translation>
    </message>
    <message>
        <source>The machine is fast enough again: {shown} pictures a second are made.</source>
        <translation>Der Rechner ist wieder schnell genug: {shown} Bilder je Sekunde entstehen.</translation>
    </message>
    <message>
        <source>The region of the mask needs the weights “{WEIGHTS}”, which are missing: the lower face is used instead.</source>
        <translation>Der Bereich der Maske braucht die Gewichte „{WEIGHTS}“, die fehlen: stattdessen wird das untere Gesicht verwendet.</translation>
    </message>
    <message>
        <source>The microphone is back.</source>
        <translation>Das Mikrofon ist wieder da.</translation>
    </message>
    <message>
        <source>The microphone is gone; plug it in again to go on.</source>
        <translation>Das Mikrofon ist weg; wieder anschließen, um fortzufahren.</translation>
    </message>
    <message>
        <source>The microphone “{name}” is gone.{kept}</source>
        <translation>Das Mikrofon „{name}“ ist weg.{kept}</translation>
    </message>
    <message>
        <source>The models of an insightface pack are published for non-commercial research purposes only. I use this pack for such purposes, or hold a licence for others.</source>
        <translation>Die Modelle eines insightface-Pakets sind nur für nichtkommerzielle Forschungszwecke veröffentlicht. Ich benutze dieses Paket für solche Zwecke oder habe eine Lizenz für andere.</translation>
    </message>
    <message>
        <source>The part has no timecode: {error}.</source>
        <translation>Der Teil hat keinen Timecode: {error}.</translation>
    </message>
    <message>
        <source>The picture has {bits} bits a channel; it is worked on with 8.</source>
        <translation>Das Bild hat {bits} Bit je Kanal; gearbeitet wird mit 8.</translation>
    </message>
    <message>
        <source>The picture in {name} is too large: {width} × {height}.</source>
        <translation>Das Bild in {name} ist zu groß: {width} × {height}.</translation>
    </message>
    <message>
        <source>The picture is interlaced; its lines are left as they are.</source>
        <translation>Das Bild hat Halbbilder; seine Zeilen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The program ffmpeg was not found.</source>
        <translation>Das Programm ffmpeg wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The project cannot be saved aside: {reason}.</source>
        <translation>Das Projekt lässt sich nicht beiseite sichern: {reason}.</translation>
    </message>
    <message>
        <source>The project cannot be saved: {reason}.</source>
        <translation>Das Projekt lässt sich nicht speichern: {reason}.</translation>
    </message>
    <message>
        <source>The project has an unknown entry “{name_of}”.</source>
        <translation>Das Projekt hat einen unbekannten Eintrag „{name_of}“.</translation>
    </message>
    <message>
        <source>The project has no film.</source>
        <translation>Das Projekt hat keinen Film.</translation>
    </message>
    <message>
        <source>The project is damaged at “{name_of}”: {first}.</source>
        <translation>Das Projekt ist bei „{name_of}“ beschädigt: {first}.</translation>
    </message>
    <message>
        <source>The recording has reached its longest length.</source>
        <translation>Die Aufnahme hat ihre größte Länge erreicht.</translation>
    </message>
    <message>
        <source>The result ends before the in point.</source>
        <translation>Das Ergebnis endet vor dem In-Punkt.</translation>
    </message>
    <message>
        <source>The size of the picture in {name} cannot be read; it is damaged or larger than {MAX_SIDE} pixels.</source>
        <translation>Die Größe des Bildes in {name} ist nicht lesbar; es ist beschädigt oder größer als {MAX_SIDE} Pixel.</translation>
    </message>
    <message>
        <source>The sound device “{name}” cannot be opened: {error}.</source>
        <translation>Das Tongerät „{name}“ lässt sich nicht öffnen: {error}.</translation>
    </message>
    <message>
        <source>The sound library PortAudio cannot be used.</source>
        <translation>Die Tonbibliothek PortAudio ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>The sound of {name} breaks off: {strerror}.</source>
        <translation>Der Ton von {name} bricht ab: {strerror}.</translation>
    </message>
    <message>
        <source>The sound of {name} cannot be decoded.</source>
        <translation>Der Ton von {name} lässt sich nicht dekodieren.</translation>
    </message>
    <message>
        <source>The sound of {name} ends after {heard} of {whole} seconds.</source>
        <translation>Der Ton von {name} endet nach {heard} von {whole} Sekunden.</translation>
    </message>
    <message>
        <source>The sound of {name} has {damaged} damaged packets, which are silent.</source>
        <translation>Der Ton von {name} hat {damaged} beschädigte Pakete, die stumm sind.</translation>
    </message>
    <message>
        <source>The soundtrack is silent, so its loudness was not changed.</source>
        <translation>Die Tonspur ist stumm, daher blieb ihre Lautheit unverändert.</translation>
    </message>
    <message>
        <source>The virtual camera needs the package pyvirtualcam.</source>
        <translation>Die virtuelle Kamera braucht das Paket pyvirtualcam.</translation>
    </message>
    <message>
        <source>The weights file {path} cannot be read: {strerror}.</source>
        <translation>Die Gewichtedatei {path} ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <source>The weights file {path} has a “{name}” that the network does not know.</source>
        <translation>Die Gewichtedatei {path} hat ein „{name}“, das das Netz nicht kennt.</translation>
    </message>
    <message>
        <source>The weights file {path} has no “{name}”.</source>
        <translation>Die Gewichtedatei {path} hat kein „{name}“.</translation>
    </message>
    <message>
        <source>The weights file {path} holds more than tensors ({forbidden}) and is not opened.</source>
        <translation>Die Gewichtedatei {path} enthält mehr als Tensoren ({forbidden}) und wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>The weights file {path} holds no table of tensors.</source>
        <translation>Die Gewichtedatei {path} enthält keine Tabelle von Tensoren.</translation>
    </message>
    <message>
        <source>The weights file {path} is damaged: {first_line}.</source>
        <translation>Die Gewichtedatei {path} ist beschädigt: {first_line}.</translation>
    </message>
    <message>
        <source>The weights file {path} is empty.</source>
        <translation>Die Gewichtedatei {path} ist leer.</translation>
    </message>
    <message>
        <source>The weights folder {folder} cannot be written: {reason}.</source>
        <translation>Der Ordner der Gewichte {folder} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The weights “{name}” ({title}) cannot be used. {absence}</source>
        <translation>Die Gewichte „{name}“ ({title}) sind nicht benutzbar. {absence}</translation>
    </message>
    <message>
        <source>The weights “{name}” are being fetched by another Dubwright.</source>
        <translation>Die Gewichte „{name}“ werden gerade von einem anderen Dubwright geladen.</translation>
    </message>
    <message>
        <source>The weights “{name}” are damaged and are fetched anew.</source>
        <translation>Die Gewichte „{name}“ sind beschädigt und werden neu geladen.</translation>
    </message>
    <message>
        <source>The weights “{name}” are not fetched from a hub.</source>
        <translation>Die Gewichte „{name}“ werden nicht von einem Server geladen.</translation>
    </message>
    <message>
        <source>The weights “{name}” are not on this machine.</source>
        <translation>Die Gewichte „{name}“ sind nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The weights “{name}” belong to the program.</source>
        <translation>Die Gewichte „{name}“ gehören zum Programm.</translation>
    </message>
    <message>
        <source>The weights “{name}” cannot be used: {fault}</source>
        <translation>Die Gewichte „{name}“ sind nicht benutzbar: {fault}</translation>
    </message>
    <message>
        <source>The weights “{set_name}” ({title}) are missing{where}.</source>
        <translation>Die Gewichte „{set_name}“ ({title}) fehlen{where}.</translation>
    </message>
    <message>
        <source>There are no ONNX files in {folder}.</source>
        <translation>In {folder} liegen keine ONNX-Dateien.</translation>
    </message>
    <message>
        <source>There are no images in the folder {name}.</source>
        <translation>Im Ordner {name} liegen keine Bilder.</translation>
    </message>
    <message>
        <source>There are no weights called “{name}”.</source>
        <translation>Gewichte namens „{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There are no weights in {folder} that Dubwright knows.</source>
        <translation>In {folder} liegen keine Gewichte, die Dubwright kennt.</translation>
    </message>
    <message>
        <source>There are weights called “{name}” already.</source>
        <translation>Gewichte namens „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is a graphics card here, and this Dubwright is built without CUDA.</source>
        <translation>Hier ist eine Grafikkarte, und dieses Dubwright ist ohne CUDA gebaut.</translation>
    </message>
    <message>
        <source>There is no backend “{wanted}”.</source>
        <translation>Ein Backend „{wanted}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no codec “{name}”.</source>
        <translation>Einen Codec „{name}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no device “{name}” here.</source>
        <translation>Ein Gerät „{name}“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no engine “{engine}”.</source>
        <translation>Eine Engine „{engine}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no face back end “{backend}”.</source>
        <translation>Ein Gesichts-Backend „{backend}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no face in this stretch of the film.</source>
        <translation>An dieser Stelle des Films ist kein Gesicht.</translation>
    </message>
    <message>
        <source>There is no face {wanted} in this film.</source>
        <translation>Ein Gesicht {wanted} gibt es in diesem Film nicht.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation>Den Ordner {parent} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no precision “{precision}”.</source>
        <translation>Eine Genauigkeit „{precision}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no sound in {name}.</source>
        <translation>{name} enthält keinen Ton.</translation>
    </message>
    <message>
        <source>There is no virtual camera: {error}.</source>
        <translation>Es gibt keine virtuelle Kamera: {error}.</translation>
    </message>
    <message>
        <source>There is no {what} “{wanted}”.</source>
        <translation>{what} „{wanted}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {what}.</source>
        <translation>{what}: keines vorhanden.</translation>
    </message>
    <message>
        <source>These licences are to be accepted before the weights are fetched.
{shown}</source>
        <translation>Diese Lizenzen sind anzunehmen, bevor die Gewichte geladen werden.
{shown}</translation>
    </message>
    <message>
        <source>They are no longer in {registered}.</source>
        <translation>Sie sind nicht mehr in {registered}.</translation>
    </message>
    <message>
        <source>This machine cannot encode with {name}: {reason}</source>
        <translation>Dieser Rechner kann nicht mit {name} kodieren: {reason}</translation>
    </message>
    <message>
        <source>This machine is too slow now: {shown} pictures a second are made.</source>
        <translation>Dieser Rechner ist jetzt zu langsam: {shown} Bilder je Sekunde entstehen.</translation>
    </message>
    <message>
        <source>Tiny autoencoder for Stable Diffusion&apos;s latents</source>
        <translation>Kleiner Autoencoder für die Latents von Stable Diffusion</translation>
    </message>
    <message>
        <source>Try again later; what has come so far is kept.</source>
        <translation>Später erneut versuchen; was bisher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Try again, or another file.</source>
        <translation>Erneut versuchen oder eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>Try another codec or container.</source>
        <translation>Einen anderen Codec oder ein anderes Dateiformat versuchen.</translation>
    </message>
    <message>
        <source>Unpack the insightface pack again.</source>
        <translation>Das insightface-Paket erneut entpacken.</translation>
    </message>
    <message>
        <source>Unset HF_HUB_OFFLINE, or import the files from a folder.</source>
        <translation>HF_HUB_OFFLINE aufheben oder die Dateien aus einem Ordner importieren.</translation>
    </message>
    <message>
        <source>Update Dubwright and open it again.</source>
        <translation>Dubwright aktualisieren und erneut öffnen.</translation>
    </message>
    <message>
        <source>Use another mirror, look for a newer Dubwright, or import the files from a folder.</source>
        <translation>Einen anderen Spiegel benutzen, nach einem neueren Dubwright sehen oder die Dateien aus einem Ordner importieren.</translation>
    </message>
    <message>
        <source>Use another mirror, or huggingface.co itself.</source>
        <translation>Einen anderen Spiegel oder huggingface.co selbst benutzen.</translation>
    </message>
    <message>
        <source>Use another mirror, or look for a newer Dubwright.</source>
        <translation>Einen anderen Spiegel benutzen oder nach einem neueren Dubwright sehen.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots and dashes.</source>
        <translation>Buchstaben, Ziffern, Punkte und Striche benutzen.</translation>
    </message>
    <message>
        <source>Use the files of openai/whisper-tiny, with which the engine was trained.</source>
        <translation>Die Dateien von openai/whisper-tiny benutzen, mit denen die Engine gelernt hat.</translation>
    </message>
    <message>
        <source>Use the plain state dict of the network.</source>
        <translation>Das einfache State-Dict des Netzes benutzen.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Whisper tiny: speech encoder</source>
        <translation>Whisper tiny: Sprachencoder</translation>
    </message>
    <message>
        <source>Work that had been put aside against a crash cannot be read; what there is was kept as {place}.</source>
        <translation>Arbeit, die gegen einen Absturz beiseitegelegt worden war, ist nicht lesbar; was da ist, bleibt als {place} erhalten.</translation>
    </message>
    <message>
        <source>Write seconds (12.5), minutes (1:02.5) or hours (1:00:02).</source>
        <translation>Sekunden (12.5), Minuten (1:02.5) oder Stunden (1:00:02) schreiben.</translation>
    </message>
    <message>
        <source>Your loudspeaker is slower than the picture: you are heard a little after it.</source>
        <translation>Ihr Lautsprecher ist langsamer als das Bild: Sie sind etwas später zu hören.</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>Ihre eigenen.</translation>
    </message>
    <message>
        <source>a clip ends behind the film</source>
        <translation>ein Clip endet hinter dem Film</translation>
    </message>
    <message>
        <source>a correction at frame {frame} of size {size}</source>
        <translation>eine Korrektur in Bild {frame} der Größe {size}</translation>
    </message>
    <message>
        <source>a stroke of {len} places, radius {radius}, softness {softness}</source>
        <translation>ein Strich mit {len} Stellen, Radius {radius}, Weichheit {softness}</translation>
    </message>
    <message>
        <source>beyond repair; the one before is shown instead</source>
        <translation>nicht mehr zu retten; das davor wird statt dessen gezeigt</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>cheek widths {cheeks} are not in 0..{HALF}</source>
        <translation>Wangenbreiten {cheeks} liegen nicht in 0..{HALF}</translation>
    </message>
    <message>
        <source>clips are not in order</source>
        <translation>die Clips sind nicht geordnet</translation>
    </message>
    <message>
        <source>clips {id} and {id2} overlap on one face</source>
        <translation>die Clips {id} und {id2} überlappen auf einem Gesicht</translation>
    </message>
    <message>
        <source>corrections are not in order</source>
        <translation>die Korrekturen sind nicht geordnet</translation>
    </message>
    <message>
        <source>damaged and may show blocks</source>
        <translation>beschädigt und kann Blöcke zeigen</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>empty or negative span {start}..{stop}</source>
        <translation>leerer oder negativer Bereich {start}..{stop}</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>ffmpeg did not finish within {seconds} s.</source>
        <translation>ffmpeg wurde nicht in {seconds} s fertig.</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>footage of {frames} frames at {rate}</source>
        <translation>Film mit {frames} Bildern bei {rate}</translation>
    </message>
    <message>
        <source>insightface pack buffalo_l</source>
        <translation>insightface-Paket buffalo_l</translation>
    </message>
    <message>
        <source>keys of {dial} are not in order</source>
        <translation>die Keyframes von {dial} sind nicht geordnet</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>markers are not in order</source>
        <translation>die Marker sind nicht geordnet</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>mouth outside the picture</source>
        <translation>Mund außerhalb des Bildes</translation>
    </message>
    <message>
        <source>no NVIDIA card; the built-in engine does not need one</source>
        <translation>keine NVIDIA-Karte; die eingebaute Engine braucht keine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nudges are not in order</source>
        <translation>die Verschiebungen sind nicht geordnet</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>stretches of the original are not in order</source>
        <translation>die Abschnitte im Original sind nicht geordnet</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>temporäre Dateien</translation>
    </message>
    <message>
        <source>the marker stands behind the film</source>
        <translation>der Marker steht hinter dem Film</translation>
    </message>
    <message>
        <source>the network gave no picture</source>
        <translation>das Netz lieferte kein Bild</translation>
    </message>
    <message>
        <source>the stretch ends behind the film</source>
        <translation>der Abschnitt endet hinter dem Film</translation>
    </message>
    <message>
        <source>there is no clip {clip_id}</source>
        <translation>einen Clip {clip_id} gibt es nicht</translation>
    </message>
    <message>
        <source>two clips have the same id</source>
        <translation>zwei Clips haben dieselbe Kennung</translation>
    </message>
    <message>
        <source>two curves of one dial</source>
        <translation>zwei Kurven für einen Regler</translation>
    </message>
    <message>
        <source>weights folder</source>
        <translation>Ordner der Gewichte</translation>
    </message>
    <message>
        <source>weights {name}</source>
        <translation>Gewichte {name}</translation>
    </message>
    <message>
        <source>{CONFIG_FILE} does not describe a U-Net: {error}.</source>
        <translation>{CONFIG_FILE} beschreibt kein U-Net: {error}.</translation>
    </message>
    <message>
        <source>{CONFIG_FILE} does not describe an autoencoder: {error}.</source>
        <translation>{CONFIG_FILE} beschreibt keinen Autoencoder: {error}.</translation>
    </message>
    <message>
        <source>{LIMIT} is “{told}”, which is no size.</source>
        <translation>{LIMIT} ist „{told}“, und das ist keine Größe.</translation>
    </message>
    <message>
        <source>{card}, CUDA {cuda}</source>
        <translation>{card}, CUDA {cuda}</translation>
    </message>
    <message>
        <source>{codec} has no transparency; choose prores or ffv1 to keep it.</source>
        <translation>{codec} kennt keine Transparenz; prores oder ffv1 wählen, um sie zu behalten.</translation>
    </message>
    <message>
        <source>{dial} is not in {low}..{high}</source>
        <translation>{dial} liegt nicht in {low}..{high}</translation>
    </message>
    <message>
        <source>{endpoint} answers with the error {status_code}.</source>
        <translation>{endpoint} antwortet mit dem Fehler {status_code}.</translation>
    </message>
    <message>
        <source>{endpoint} ends the transfer of {name} too early, again and again.</source>
        <translation>{endpoint} beendet die Übertragung von {name} immer wieder zu früh.</translation>
    </message>
    <message>
        <source>{endpoint} gives no hash of its file {path}, so that it could not be verified.</source>
        <translation>{endpoint} nennt keine Prüfsumme seiner Datei {path}; sie ließ sich daher nicht prüfen.</translation>
    </message>
    <message>
        <source>{endpoint} has another file {path} than the one that Dubwright knows.</source>
        <translation>{endpoint} hat eine andere Datei {path} als die, die Dubwright kennt.</translation>
    </message>
    <message>
        <source>{fetched} holds files that were imported as “{inside}”.</source>
        <translation>{fetched} enthält Dateien, die als „{inside}“ importiert wurden.</translation>
    </message>
    <message>
        <source>{fetched} is deleted ({value} GB).</source>
        <translation>{fetched} ist gelöscht ({value} GB).</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be put aside: {reason}.</source>
        <translation>{file} ist beschädigt und kann nicht beiseitegelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {strerror}.</source>
        <translation>{folder} lässt sich nicht anlegen: {strerror}.</translation>
    </message>
    <message>
        <source>{folder} holds neither {names}.</source>
        <translation>{folder} enthält nichts davon: {names}.</translation>
    </message>
    <message>
        <source>{free} of {all} GB free</source>
        <translation>{free} von {all} GB frei</translation>
    </message>
    <message>
        <source>{hint} What was recorded is kept and finished when Dubwright is started again.</source>
        <translation>{hint} Das Aufgenommene bleibt erhalten und wird beim nächsten Start von Dubwright fertiggestellt.</translation>
    </message>
    <message>
        <source>{len} frames, the first of them {value}, are {what}.</source>
        <translation>{len} Bilder, das erste davon {value}, sind {what}.</translation>
    </message>
    <message>
        <source>{len} images have another size than the first and were scaled to it.</source>
        <translation>{len} Bilder haben eine andere Größe als das erste und wurden daran angepasst.</translation>
    </message>
    <message>
        <source>{megabytes} are needed in {folder} and {megabytes2} are free.</source>
        <translation>In {folder} werden {megabytes} gebraucht, und {megabytes2} sind frei.</translation>
    </message>
    <message>
        <source>{missing} numbers are missing among the images; those that are there are taken one after the other.</source>
        <translation>Unter den Bildern fehlen {missing} Nummern; die vorhandenen werden eines nach dem anderen genommen.</translation>
    </message>
    <message>
        <source>{name} came damaged: its hash is not the one that it must have.</source>
        <translation>{name} kam beschädigt an: die Prüfsumme ist nicht die richtige.</translation>
    </message>
    <message>
        <source>{name} cannot be decoded any more.</source>
        <translation>{name} lässt sich nicht mehr dekodieren.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {value}.</source>
        <translation>{name} lässt sich nicht schreiben: {value}.</translation>
    </message>
    <message>
        <source>{name} cannot write a picture of {width} × {height}: both must be even.</source>
        <translation>{name} kann kein Bild von {width} × {height} schreiben: beides muss gerade sein.</translation>
    </message>
    <message>
        <source>{name} does not say which version it is.</source>
        <translation>{name} sagt nicht, welche Version es ist.</translation>
    </message>
    <message>
        <source>{name} has a codec that is not known here.</source>
        <translation>{name} hat einen hier unbekannten Codec.</translation>
    </message>
    <message>
        <source>{name} has changed since the project was made.</source>
        <translation>{name} hat sich geändert, seit das Projekt gemacht wurde.</translation>
    </message>
    <message>
        <source>{name} has no picture that can be read.</source>
        <translation>{name} hat kein lesbares Bild.</translation>
    </message>
    <message>
        <source>{name} holds only sound.</source>
        <translation>{name} enthält nur Ton.</translation>
    </message>
    <message>
        <source>{name} holds {count} pictures; the first one is used.</source>
        <translation>{name} enthält {count} Bilder; das erste wird benutzt.</translation>
    </message>
    <message>
        <source>{name} holds {kind} samples.</source>
        <translation>{name} enthält Abtastwerte der Art {kind}.</translation>
    </message>
    <message>
        <source>{name} is a playlist, not a film.</source>
        <translation>{name} ist eine Wiedergabeliste, kein Film.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a media file{told}.</source>
        <translation>{name} ist beschädigt oder keine Mediendatei{told}.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is damaged: it has {size} bytes instead of {bytes}.</source>
        <translation>{name} ist beschädigt: es hat {size} statt {bytes} Byte.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is no image that can be read.</source>
        <translation>{name} ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>{name} is not a Dubwright project.</source>
        <translation>{name} ist kein Projekt von Dubwright.</translation>
    </message>
    <message>
        <source>{name} is not a network that can be read.</source>
        <translation>{name} ist kein lesbares Netz.</translation>
    </message>
    <message>
        <source>{name} is one of the inputs.</source>
        <translation>{name} gehört zu den Eingaben.</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>{name} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>{name} braucht mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Dubwright.</source>
        <translation>{name} wurde mit einem neueren Dubwright gespeichert.</translation>
    </message>
    <message>
        <source>{name} {value} is not in {low}..{high}</source>
        <translation>{name} {value} liegt nicht in {low}..{high}</translation>
    </message>
    <message>
        <source>{out} cannot be written: {reason}.</source>
        <translation>{out} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{out} is a folder.</source>
        <translation>{out} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{part} is left over from an export and cannot be removed: {value}.</source>
        <translation>{part} ist von einem Export übrig und lässt sich nicht entfernen: {value}.</translation>
    </message>
    <message>
        <source>{path} ({free} GB free)</source>
        <translation>{path} ({free} GB frei)</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>{path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} ist nicht lesbar: {strerror}.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>{path} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
        <source>{path} does not describe a network.</source>
        <translation>{path} beschreibt kein Netz.</translation>
    </message>
    <message>
        <source>{path} is no file of weights.</source>
        <translation>{path} ist keine Gewichtedatei.</translation>
    </message>
    <message>
        <source>{path} is not JSON: {error}.</source>
        <translation>{path} ist kein JSON: {error}.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} says {name} = {found} where Whisper-tiny has {wanted}.</source>
        <translation>In {path} steht {name} = {found}, wo Whisper-tiny {wanted} hat.</translation>
    </message>
    <message>
        <source>{seconds} s of {float} s are shown: elsewhere the face cannot be moved.</source>
        <translation>{seconds} s von {float} s werden gezeigt: sonst lässt sich das Gesicht nicht bewegen.</translation>
    </message>
    <message>
        <source>{title} has too little memory for the networks.</source>
        <translation>{title} hat zu wenig Speicher für die Netze.</translation>
    </message>
    <message>
        <source>{value} GB are to be fetched, and the disk of {parent} has {value2} GB left.</source>
        <translation>{value} GB sind zu laden, und der Datenträger von {parent} hat {value2} GB frei.</translation>
    </message>
    <message>
        <source>{value} frames at the beginning cannot be decoded and are left out.</source>
        <translation>{value} Bilder am Anfang lassen sich nicht dekodieren und werden weggelassen.</translation>
    </message>
    <message>
        <source>{value} frames at the end cannot be decoded and are left out.</source>
        <translation>{value} Bilder am Ende lassen sich nicht dekodieren und werden weggelassen.</translation>
    </message>
    <message>
        <source>{value} is not the published file of “{name}”: its bytes differ.</source>
        <translation>{value} ist nicht die veröffentlichte Datei von „{name}“: der Inhalt weicht ab.</translation>
    </message>
    <message>
        <source>{what} does not have {path} in the revision {revision}.</source>
        <translation>{what} hat {path} in der Fassung {revision} nicht.</translation>
    </message>
    <message>
        <source>{what} gives its files only to those who asked for access.</source>
        <translation>{what} gibt seine Dateien nur denen, die um Zugang gebeten haben.</translation>
    </message>
    <message>
        <source>{width} × {height} is an odd size and is kept by writing 4:4:4, which some players cannot show.</source>
        <translation>{width} × {height} ist eine ungerade Größe und bleibt durch 4:4:4 erhalten, was manche Abspielprogramme nicht zeigen.</translation>
    </message>
    <message>
        <source>“dubwright weights list” says what is.</source>
        <translation>„dubwright weights list“ sagt, was es gibt.</translation>
    </message>
    <message>
        <source>“{choice}” holds no network that judges lip sync.</source>
        <translation>„{choice}“ enthält kein Netz, das Lippensynchronität beurteilt.</translation>
    </message>
    <message>
        <source>“{endpoint}” is no address of a hub.</source>
        <translation>„{endpoint}“ ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>“{name}” cannot be a name of weights.</source>
        <translation>„{name}“ kann kein Name von Gewichten sein.</translation>
    </message>
    <message>
        <source>“{name}” in the weights file {path} has the shape {has} instead of {shape}.</source>
        <translation>„{name}“ in der Gewichtedatei {path} hat die Form {has} statt {shape}.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or made for another engine.</source>
        <translation>„{name}“ ist beschädigt oder für eine andere Engine gemacht.</translation>
    </message>
    <message>
        <source>“{name}” is forgotten; {registered} stays as it is.</source>
        <translation>„{name}“ ist vergessen; {registered} bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>“{text}” is not a time.</source>
        <translation>„{text}“ ist keine Zeitangabe.</translation>
    </message>
    <message>
        <source>“{wanted}” holds no weights of the engine “musetalk”.</source>
        <translation>„{wanted}“ enthält keine Gewichte der Engine „musetalk“.</translation>
    </message>
</context>
</TS>
