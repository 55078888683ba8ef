<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> What was said before is kept.</source>
        <translation> Lo dicho antes se conserva.</translation>
    </message>
    <message>
        <source>1 frame at the beginning cannot be decoded and is left out.</source>
        <translation>1 fotograma del principio no se puede descodificar y se omite.</translation>
    </message>
    <message>
        <source>1 frame at the end cannot be decoded and is left out.</source>
        <translation>1 fotograma del final no se puede descodificar y se omite.</translation>
    </message>
    <message>
        <source>A .{container} file cannot hold {codec}.</source>
        <translation>Un archivo .{container} no puede contener {codec}.</translation>
    </message>
    <message>
        <source>A list of exports is damaged and was put aside as {aside}.</source>
        <translation>Una lista de exportaciones está dañada y se apartó como {aside}.</translation>
    </message>
    <message>
        <source>A list of exports was kept by a newer Dubwright and stays in {file}.</source>
        <translation>Una lista de exportaciones es de un Dubwright más nuevo y se queda en {file}.</translation>
    </message>
    <message>
        <source>A value kept in the cache “{kind}” was damaged; it is made anew.</source>
        <translation>Un valor guardado en la caché «{kind}» estaba dañado; se vuelve a calcular.</translation>
    </message>
    <message>
        <source>Add one first.</source>
        <translation>Añada una primero.</translation>
    </message>
    <message>
        <source>Allow writing there, or choose another folder.</source>
        <translation>Permita escribir allí o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Allow writing there, or name another folder in {variable}.</source>
        <translation>Permita escribir allí o indique otra carpeta en {variable}.</translation>
    </message>
    <message>
        <source>Allow writing there, or remove the folder by hand.</source>
        <translation>Permita escribir allí o borre la carpeta a mano.</translation>
    </message>
    <message>
        <source>Another program holds the cache “{kind}”; some of what is made is not kept.</source>
        <translation>Otro programa ocupa la caché «{kind}»; parte de lo que se hace no se guarda.</translation>
    </message>
    <message>
        <source>Ask for permission to read it, or copy it.</source>
        <translation>Pida permiso para leerlo o cópielo.</translation>
    </message>
    <message>
        <source>Ask its author for a safetensors file, or for a plain state dict.</source>
        <translation>Pida al autor un archivo safetensors o un state dict simple.</translation>
    </message>
    <message>
        <source>Begin another one.</source>
        <translation>Empiece otra.</translation>
    </message>
    <message>
        <source>BiSeNet face parsing, 19 classes</source>
        <translation>Segmentación facial BiSeNet, 19 clases</translation>
    </message>
    <message>
        <source>Built-in engine: sound to mouth shapes</source>
        <translation>Motor incorporado: del sonido a las formas de la boca</translation>
    </message>
    <message>
        <source>Check the disk or choose another folder.</source>
        <translation>Revise el disco o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Check the folder and the free space.</source>
        <translation>Revise la carpeta y el espacio libre.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Revise el nombre y la carpeta.</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>Revise el nombre o vuelva a elegir el archivo.</translation>
    </message>
    <message>
        <source>Check the network, or name a mirror with --mirror or HF_ENDPOINT; what has come so far is kept.</source>
        <translation>Revise la red o indique un espejo con --mirror o HF_ENDPOINT; lo que ha llegado se conserva.</translation>
    </message>
    <message>
        <source>Choose a .pth, .pt, .bin or .safetensors file.</source>
        <translation>Elija un archivo .pth, .pt, .bin o .safetensors.</translation>
    </message>
    <message>
        <source>Choose a file name for the result.</source>
        <translation>Elija un nombre de archivo para el resultado.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .dub.</source>
        <translation>Elija un archivo que termine en .dub.</translation>
    </message>
    <message>
        <source>Choose a file with sound.</source>
        <translation>Elija un archivo con sonido.</translation>
    </message>
    <message>
        <source>Choose a film or a still image.</source>
        <translation>Elija una película o una imagen fija.</translation>
    </message>
    <message>
        <source>Choose a folder of PNG or JPEG files.</source>
        <translation>Elija una carpeta con archivos PNG o JPEG.</translation>
    </message>
    <message>
        <source>Choose a project saved by Dubwright.</source>
        <translation>Elija un proyecto guardado con Dubwright.</translation>
    </message>
    <message>
        <source>Choose another clip, or another face.</source>
        <translation>Elija otro clip u otro rostro.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>Choose another folder for it in the settings.</source>
        <translation>Elija otra carpeta para ella en los ajustes.</translation>
    </message>
    <message>
        <source>Choose another folder with -o.</source>
        <translation>Elija otra carpeta con -o.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name for the result.</source>
        <translation>Elija otro nombre para el resultado.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose another stretch of the film, or another face.</source>
        <translation>Elija otro tramo de la película u otro rostro.</translation>
    </message>
    <message>
        <source>Choose one of: {join}.</source>
        <translation>Elija entre: {join}.</translation>
    </message>
    <message>
        <source>Choose the codec h264, which can.</source>
        <translation>Elija el códec h264, que sí puede.</translation>
    </message>
    <message>
        <source>Choose the codec {other}, which works here.</source>
        <translation>Elija el códec {other}, que aquí funciona.</translation>
    </message>
    <message>
        <source>Choose the device “cpu”, or the backend “torch”.</source>
        <translation>Elija el dispositivo «cpu» o el motor de cálculo «torch».</translation>
    </message>
    <message>
        <source>Choose the engine “instant”.</source>
        <translation>Elija el motor «instant».</translation>
    </message>
    <message>
        <source>Choose the film that it names.</source>
        <translation>Elija la película que indica.</translation>
    </message>
    <message>
        <source>Choose the folder of an unpacked insightface pack.</source>
        <translation>Elija la carpeta de un paquete de insightface descomprimido.</translation>
    </message>
    <message>
        <source>Choose “cpu”, or leave the choice to Dubwright.</source>
        <translation>Elija «cpu» o deje la elección a Dubwright.</translation>
    </message>
    <message>
        <source>Close other programs that use it, allow this one to use it in the system&apos;s settings, or choose another.</source>
        <translation>Cierre otros programas que lo usen, permita su uso en los ajustes del sistema o elija otro.</translation>
    </message>
    <message>
        <source>Close other programs, or choose the built-in engine.</source>
        <translation>Cierre otros programas o elija el motor incorporado.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Cierre otros programas.</translation>
    </message>
    <message>
        <source>Close programs that use it, or choose another.</source>
        <translation>Cierre los programas que lo usan o elija otro.</translation>
    </message>
    <message>
        <source>Colours stored as {matrix} are read as those of its size; they may look wrong.</source>
        <translation>Los colores guardados como {matrix} se leen según el tamaño de la imagen; pueden verse mal.</translation>
    </message>
    <message>
        <source>Convert it to H.264.</source>
        <translation>Conviértalo a H.264.</translation>
    </message>
    <message>
        <source>Copy or download the file again.</source>
        <translation>Vuelva a copiar o descargar el archivo.</translation>
    </message>
    <message>
        <source>Copy the file again, or convert it with another program.</source>
        <translation>Vuelva a copiar el archivo o conviértalo con otro programa.</translation>
    </message>
    <message>
        <source>Copy the file again, or convert it.</source>
        <translation>Vuelva a copiar el archivo o conviértalo.</translation>
    </message>
    <message>
        <source>Copy the file again, or make a smaller one.</source>
        <translation>Vuelva a copiar el archivo o haga uno más pequeño.</translation>
    </message>
    <message>
        <source>Copy the file again, or save it as PNG.</source>
        <translation>Vuelva a copiar el archivo o guárdelo como PNG.</translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation>Vuelva a copiar el archivo.</translation>
    </message>
    <message>
        <source>Even one frame needs more memory than {title} has.</source>
        <translation>Hasta un solo fotograma necesita más memoria de la que tiene {title}.</translation>
    </message>
    <message>
        <source>Exports go on, but are forgotten when Dubwright ends.</source>
        <translation>Las exportaciones siguen, pero se olvidan cuando Dubwright termina.</translation>
    </message>
    <message>
        <source>Face detector and 468-point face mesh</source>
        <translation>Detector de rostros y malla facial de 468 puntos</translation>
    </message>
    <message>
        <source>Face {chosen} is not seen between frames {start} and {stop}.</source>
        <translation>El rostro {chosen} no se ve entre los fotogramas {start} y {stop}.</translation>
    </message>
    <message>
        <source>Faces found: {known}.</source>
        <translation>Rostros encontrados: {known}.</translation>
    </message>
    <message>
        <source>Fetch it again; if it happens again, use another network or mirror.</source>
        <translation>Descárguelo otra vez; si se repite, use otra red u otro espejo.</translation>
    </message>
    <message>
        <source>Fetch or copy it again; “dubwright weights verify” says what is whole.</source>
        <translation>Vuelva a descargarlo o copiarlo; «dubwright weights verify» dice qué está entero.</translation>
    </message>
    <message>
        <source>Fetching is switched off by HF_HUB_OFFLINE.</source>
        <translation>La descarga está desactivada por HF_HUB_OFFLINE.</translation>
    </message>
    <message>
        <source>Films are not written as “{value}”.</source>
        <translation>Las películas no se escriben como «{value}».</translation>
    </message>
    <message>
        <source>Frame {value} is {what}.</source>
        <translation>El fotograma {value} está {what}.</translation>
    </message>
    <message>
        <source>Free at least 1 GB.</source>
        <translation>Libere al menos 1 GB.</translation>
    </message>
    <message>
        <source>Free some space on the disk.</source>
        <translation>Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Get or import the weights of the MuseTalk engine.</source>
        <translation>Descargue o importe los pesos del motor MuseTalk.</translation>
    </message>
    <message>
        <source>Get or import the weights of the autoencoder.</source>
        <translation>Descargue o importe los pesos del autocodificador.</translation>
    </message>
    <message>
        <source>Get or import these weights again.</source>
        <translation>Vuelva a descargar o importar estos pesos.</translation>
    </message>
    <message>
        <source>Hold another frame.</source>
        <translation>Retenga otro fotograma.</translation>
    </message>
    <message>
        <source>If it is damaged, get it again; if it is your own, import the folder with --name NAME.</source>
        <translation>Si está dañado, descárguelo otra vez; si es propio, importe la carpeta con --name NOMBRE.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>error de entrada/salida</translation>
    </message>
    <message>
        <source>Install Dubwright again.</source>
        <translation>Instale Dubwright de nuevo.</translation>
    </message>
    <message>
        <source>Install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>Instale OBS Studio 30 o posterior e inicie una vez su cámara virtual.</translation>
    </message>
    <message>
        <source>Install OBS Studio, which brings a virtual camera.</source>
        <translation>Instale OBS Studio, que trae una cámara virtual.</translation>
    </message>
    <message>
        <source>Install PortAudio (on Debian and Ubuntu: sudo apt install libportaudio2), then start again.</source>
        <translation>Instale PortAudio (en Debian y Ubuntu: sudo apt install libportaudio2) y vuelva a empezar.</translation>
    </message>
    <message>
        <source>Install a driver that supports CUDA {cuda}, then start the machine again.</source>
        <translation>Instale un controlador compatible con CUDA {cuda} y reinicie el equipo.</translation>
    </message>
    <message>
        <source>Install a virtual camera for this system.</source>
        <translation>Instale una cámara virtual para este sistema.</translation>
    </message>
    <message>
        <source>Install another build of ffmpeg: this one has no encoder that works.</source>
        <translation>Instale otra compilación de ffmpeg: esta no tiene ningún codificador que funcione.</translation>
    </message>
    <message>
        <source>Install ffmpeg, or install Dubwright again.</source>
        <translation>Instale ffmpeg o vuelva a instalar Dubwright.</translation>
    </message>
    <message>
        <source>Install ffmpeg, or the Python package imageio-ffmpeg.</source>
        <translation>Instale ffmpeg o el paquete de Python imageio-ffmpeg.</translation>
    </message>
    <message>
        <source>Install it: pip install &quot;dubwright[camera]&quot;.</source>
        <translation>Instálelo: pip install &quot;dubwright[camera]&quot;.</translation>
    </message>
    <message>
        <source>Install the CUDA build of Dubwright; until then the processor does the work.</source>
        <translation>Instale la compilación CUDA de Dubwright; hasta entonces trabaja el procesador.</translation>
    </message>
    <message>
        <source>Install v4l2loopback and load it: sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>Instale v4l2loopback y cárguelo: sudo modprobe v4l2loopback exclusive_caps=1.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>It belongs to another network; choose the file that its set of weights names.</source>
        <translation>Pertenece a otra red; elija el archivo que indica su conjunto de pesos.</translation>
    </message>
    <message>
        <source>It is made again when you play once more.</source>
        <translation>Se vuelve a crear al reproducir de nuevo.</translation>
    </message>
    <message>
        <source>It may be damaged; if not, close other programs.</source>
        <translation>Puede estar dañado; si no, cierre otros programas.</translation>
    </message>
    <message>
        <source>It reads: “{LICENCE}” If you accept it, add --accept-licence once.</source>
        <translation>Dice: «{LICENCE}» Si la acepta, añada --accept-licence una vez.</translation>
    </message>
    <message>
        <source>Known are mesh and insightface.</source>
        <translation>Existen mesh e insightface.</translation>
    </message>
    <message>
        <source>Known are: {join}.</source>
        <translation>Existen: {join}.</translation>
    </message>
    <message>
        <source>Known are: {join}. Choose one of them, or update Dubwright.</source>
        <translation>Existen: {join}. Elija uno de ellos o actualice Dubwright.</translation>
    </message>
    <message>
        <source>Known are: {known}.</source>
        <translation>Existen: {known}.</translation>
    </message>
    <message>
        <source>Little space is left in {path}.</source>
        <translation>Queda poco espacio en {path}.</translation>
    </message>
    <message>
        <source>Look at its rights, or copy it.</source>
        <translation>Revise sus permisos o cópielo.</translation>
    </message>
    <message>
        <source>Make it, or choose another folder.</source>
        <translation>Créela o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Make or import them again, or choose other weights.</source>
        <translation>Vuelva a crearlos o importarlos, o elija otros pesos.</translation>
    </message>
    <message>
        <source>Make room in memory and on the disk, or choose the backend “torch”.</source>
        <translation>Libere memoria y disco o elija el motor de cálculo «torch».</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_CACHE to another folder, and open the film again.</source>
        <translation>Libere espacio o asigne otra carpeta a DUBWRIGHT_CACHE y vuelva a abrir la película.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_CACHE to another folder.</source>
        <translation>Libere espacio o asigne otra carpeta a DUBWRIGHT_CACHE.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_WEIGHTS to a folder on another disk.</source>
        <translation>Libere espacio o asigne a DUBWRIGHT_WEIGHTS una carpeta de otro disco.</translation>
    </message>
    <message>
        <source>Make room, or set DUBWRIGHT_WEIGHTS to another folder.</source>
        <translation>Libere espacio o asigne otra carpeta a DUBWRIGHT_WEIGHTS.</translation>
    </message>
    <message>
        <source>Memory ran out: going on with single frames.</source>
        <translation>Se agotó la memoria: se sigue con fotogramas sueltos.</translation>
    </message>
    <message>
        <source>Memory ran out: going on with {fewer} frames at once.</source>
        <translation>Se agotó la memoria: se sigue con {fewer} fotogramas a la vez.</translation>
    </message>
    <message>
        <source>Memory ran out: pictures are now decoded one by one.</source>
        <translation>Se agotó la memoria: ahora las imágenes se descodifican una a una.</translation>
    </message>
    <message>
        <source>Memory ran out: the networks now take turns on the device.</source>
        <translation>Se agotó la memoria: ahora las redes se turnan en el dispositivo.</translation>
    </message>
    <message>
        <source>Move it elsewhere.</source>
        <translation>Muévalo a otro lugar.</translation>
    </message>
    <message>
        <source>MuseTalk 1.0: the inpainting network</source>
        <translation>MuseTalk 1.0: la red de relleno</translation>
    </message>
    <message>
        <source>MuseTalk 1.5: the inpainting network</source>
        <translation>MuseTalk 1.5: la red de relleno</translation>
    </message>
    <message>
        <source>Name a folder in the official layout, or run “dubwright weights get musetalk-1.5”.</source>
        <translation>Indique una carpeta con la estructura oficial o ejecute «dubwright weights get musetalk-1.5».</translation>
    </message>
    <message>
        <source>Name a folder with whole folders of the authors&apos; layout in it: {known}.</source>
        <translation>Indique una carpeta que contenga carpetas completas con la estructura de los autores: {known}.</translation>
    </message>
    <message>
        <source>Name a folder with {wanted}.</source>
        <translation>Indique una carpeta con {wanted}.</translation>
    </message>
    <message>
        <source>Name it with https://.</source>
        <translation>Indíquelo con https://.</translation>
    </message>
    <message>
        <source>Name the folder that holds the weights.</source>
        <translation>Indique la carpeta que contiene los pesos.</translation>
    </message>
    <message>
        <source>Name the folder with its ONNX files.</source>
        <translation>Indique la carpeta con sus archivos ONNX.</translation>
    </message>
    <message>
        <source>Name the result with .mp4 or .mkv.</source>
        <translation>Ponga al resultado un nombre con .mp4 o .mkv.</translation>
    </message>
    <message>
        <source>Name the result with one of {names}.</source>
        <translation>Ponga al resultado un nombre con una de estas extensiones: {names}.</translation>
    </message>
    <message>
        <source>Name the result with {names}.</source>
        <translation>Ponga al resultado un nombre con {names}.</translation>
    </message>
    <message>
        <source>No H.264 encoder works.</source>
        <translation>Ningún codificador H.264 funciona.</translation>
    </message>
    <message>
        <source>No frame of {name} can be decoded.</source>
        <translation>No se puede descodificar ningún fotograma de {name}.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>No se encontró ningún micrófono.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>no queda espacio en el dispositivo</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>no existe el archivo o la carpeta</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>Not all images have a number in their name; they are taken in the order of their names.</source>
        <translation>No todas las imágenes tienen un número en el nombre; se toman en el orden de sus nombres.</translation>
    </message>
    <message>
        <source>Not on this machine.</source>
        <translation>No en este equipo.</translation>
    </message>
    <message>
        <source>Nothing can be written to {parent}: {reason}.</source>
        <translation>No se puede escribir nada en {parent}: {reason}.</translation>
    </message>
    <message>
        <source>Numbers keep overflowing: going on in float32, which is slower.</source>
        <translation>Los números se desbordan una y otra vez: se sigue en float32, que es más lento.</translation>
    </message>
    <message>
        <source>Numbers overflowed in {precision}: {rows} pictures were painted again.</source>
        <translation>Hubo desbordamientos en {precision}: {rows} imágenes se pintaron de nuevo.</translation>
    </message>
    <message>
        <source>Only part of the film is written, without its other tracks: {described}.</source>
        <translation>Solo se escribe una parte de la película, sin sus otras pistas: {described}.</translation>
    </message>
    <message>
        <source>Only {value} GB of memory are free.</source>
        <translation>Solo hay {value} GB de memoria libres.</translation>
    </message>
    <message>
        <source>Open it in the window, which leaves out what is damaged.</source>
        <translation>Ábralo en la ventana, que omite lo que está dañado.</translation>
    </message>
    <message>
        <source>Open {endpoint}/{repository}, ask for access, then run “hf auth login”.</source>
        <translation>Abra {endpoint}/{repository}, pida acceso y ejecute «hf auth login».</translation>
    </message>
    <message>
        <source>OpenVINO could not convert a network: {splitlines}.</source>
        <translation>OpenVINO no pudo convertir una red: {splitlines}.</translation>
    </message>
    <message>
        <source>OpenVINO is not installed.</source>
        <translation>OpenVINO no está instalado.</translation>
    </message>
    <message>
        <source>OpenVINO runs on the processor here.</source>
        <translation>Aquí OpenVINO funciona en el procesador.</translation>
    </message>
    <message>
        <source>Parts of the picture are damaged and are left out.</source>
        <translation>Partes de la imagen están dañadas y se omiten.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>Plug one in to record or to dub live.</source>
        <translation>Conecte uno para grabar o doblar en directo.</translation>
    </message>
    <message>
        <source>Plug one in, or start the sound server, and look again.</source>
        <translation>Conecte uno o inicie el servidor de sonido y vuelva a mirar.</translation>
    </message>
    <message>
        <source>Plug the microphone in again, or choose another.</source>
        <translation>Vuelva a conectar el micrófono o elija otro.</translation>
    </message>
    <message>
        <source>PortAudio finds no sound system: {error}.</source>
        <translation>PortAudio no encuentra ningún sistema de sonido: {error}.</translation>
    </message>
    <message>
        <source>Put the files back, or run “dubwright weights import FOLDER” with the folder in which they are now.</source>
        <translation>Devuelva los archivos a su sitio o ejecute «dubwright weights import CARPETA» con la carpeta en que están ahora.</translation>
    </message>
    <message>
        <source>Read them; if you accept them, repeat the command with --accept-licence.</source>
        <translation>Léalas; si las acepta, repita la orden con --accept-licence.</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>sistema de archivos de solo lectura</translation>
    </message>
    <message>
        <source>Remove Dubwright itself instead.</source>
        <translation>Elimine en su lugar el propio Dubwright.</translation>
    </message>
    <message>
        <source>Remove that entry.</source>
        <translation>Elimine esa entrada.</translation>
    </message>
    <message>
        <source>Removed the half-written {name}, which an export that was cut short had left.</source>
        <translation>Se eliminó {name}, a medio escribir, que dejó una exportación interrumpida.</translation>
    </message>
    <message>
        <source>Run “dubwright weights get {name}”, or “dubwright weights import FOLDER” if you have them.</source>
        <translation>Ejecute «dubwright weights get {name}», o «dubwright weights import CARPETA» si ya los tiene.</translation>
    </message>
    <message>
        <source>Run “dubwright weights remove {inside}” first.</source>
        <translation>Ejecute antes «dubwright weights remove {inside}».</translation>
    </message>
    <message>
        <source>Run “pip install openvino”, or choose another backend.</source>
        <translation>Ejecute «pip install openvino» o elija otro motor de cálculo.</translation>
    </message>
    <message>
        <source>Run “python3 bootstrap.py weights” in Dubwright&apos;s folder.</source>
        <translation>Ejecute «python3 bootstrap.py weights» en la carpeta de Dubwright.</translation>
    </message>
    <message>
        <source>Save it as PNG.</source>
        <translation>Guárdelo como PNG.</translation>
    </message>
    <message>
        <source>Save it with 8 or 16 bits a channel.</source>
        <translation>Guárdelo con 8 o 16 bits por canal.</translation>
    </message>
    <message>
        <source>Save it yourself now.</source>
        <translation>Guárdelo usted ahora.</translation>
    </message>
    <message>
        <source>Scale it to at most {MAX_SIDE} pixels a side and {value} megapixels.</source>
        <translation>Redúzcalo a {MAX_SIDE} píxeles por lado y {value} megapíxeles como máximo.</translation>
    </message>
    <message>
        <source>Set an earlier in point, or export all.</source>
        <translation>Ponga un punto de entrada anterior o exporte todo.</translation>
    </message>
    <message>
        <source>Set it to a number of gigabytes, such as 40.</source>
        <translation>Indique un número de gigabytes, por ejemplo 40.</translation>
    </message>
    <message>
        <source>Small sync network of your own</source>
        <translation>Red de sincronía pequeña propia</translation>
    </message>
    <message>
        <source>Stable Diffusion&apos;s autoencoder, fine-tuned for small errors</source>
        <translation>Autocodificador de Stable Diffusion, ajustado para errores pequeños</translation>
    </message>
    <message>
        <source>Stream {index} ({described}) cannot be kept in a .{container} file.</source>
        <translation>La pista {index} ({described}) no cabe en un archivo .{container}.</translation>
    </message>
    <message>
        <source>Stream {index} ({described}) was encoded anew as {codec}.</source>
        <translation>La pista {index} ({described}) se codificó de nuevo como {codec}.</translation>
    </message>
    <message>
        <source>SyncNet of Chung &amp; Zisserman</source>
        <translation>SyncNet de Chung y Zisserman</translation>
    </message>
    <message>
        <source>The border is moved off the nose&apos;s ridge; between {least} and {greatest} is usual.</source>
        <translation>El límite se aparta del puente de la nariz; lo habitual es entre {least} y {greatest}.</translation>
    </message>
    <message>
        <source>The built-in voice is missing.</source>
        <translation>Falta la voz incorporada.</translation>
    </message>
    <message>
        <source>The cache {folder} cannot be cleared.</source>
        <translation>No se puede vaciar la caché {folder}.</translation>
    </message>
    <message>
        <source>The cache {folder} cannot be read: {strerror}.</source>
        <translation>No se puede leer la caché {folder}: {strerror}.</translation>
    </message>
    <message>
        <source>The cache {parent} cannot be written: {strerror}.</source>
        <translation>No se puede escribir en la caché {parent}: {strerror}.</translation>
    </message>
    <message>
        <source>The cache “{kind}” cannot be used ({reason}); what is made is not kept.</source>
        <translation>La caché «{kind}» no se puede usar ({reason}); lo que se hace no se guarda.</translation>
    </message>
    <message>
        <source>The cache “{kind}” is full; what is made from here on is not kept.</source>
        <translation>La caché «{kind}» está llena; lo que se haga desde ahora no se guarda.</translation>
    </message>
    <message>
        <source>The cache “{kind}” was damaged; a new one is begun.</source>
        <translation>La caché «{kind}» estaba dañada; se empieza una nueva.</translation>
    </message>
    <message>
        <source>The cached face analysis was damaged and is made again.</source>
        <translation>El análisis de rostros guardado estaba dañado y se hace de nuevo.</translation>
    </message>
    <message>
        <source>The device&apos;s memory is too small: going on with the processor, which is slower.</source>
        <translation>La memoria del dispositivo es insuficiente: se sigue con el procesador, que es más lento.</translation>
    </message>
    <message>
        <source>The disk cannot hold a file of this size.</source>
        <translation>El disco no admite un archivo de este tamaño.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The disk is read-only.</source>
        <translation>El disco es de solo lectura.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>El disco informó de un error.</translation>
    </message>
    <message>
        <source>The engine “{engine}” cannot hear while one speaks.</source>
        <translation>El motor «{engine}» no puede escuchar mientras se habla.</translation>
    </message>
    <message>
        <source>The entry “{name}” of the weights file {path} is no dense tensor.</source>
        <translation>La entrada «{name}» del archivo de pesos {path} no es un tensor denso.</translation>
    </message>
    <message>
        <source>The entry “{name}” of the weights file {path} is no tensor.</source>
        <translation>La entrada «{name}» del archivo de pesos {path} no es un tensor.</translation>
    </message>
    <message>
        <source>The face analysis cannot be kept on disk or read from it: {error}.</source>
        <translation>El análisis de rostros no se puede guardar en el disco ni leer de él: {error}.</translation>
    </message>
    <message>
        <source>The face cannot be made to speak: {reason}.</source>
        <translation>No se puede hacer hablar al rostro: {reason}.</translation>
    </message>
    <message>
        <source>The face is not seen in frame {value}.</source>
        <translation>El rostro no se ve en el fotograma {value}.</translation>
    </message>
    <message>
        <source>The face pack {name} cannot be used: {value}.</source>
        <translation>El paquete de rostros {name} no se puede usar: {value}.</translation>
    </message>
    <message>
        <source>The file breaks off before its end; it is used up to its last good frame.</source>
        <translation>El archivo se corta antes de su final; se usa hasta su último fotograma bueno.</translation>
    </message>
    <message>
        <source>The file has no usable times; its frames are taken to be evenly spaced.</source>
        <translation>El archivo no tiene tiempos utilizables; se supone que sus fotogramas están espaciados por igual.</translation>
    </message>
    <message>
        <source>The file may not be written there.</source>
        <translation>No se permite escribir el archivo allí.</translation>
    </message>
    <message>
        <source>The film is HDR ({name}); it is shown and written in standard range (BT.709).</source>
        <translation>La película es HDR ({name}); se muestra y se escribe en rango estándar (BT.709).</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {strerror}.</source>
        <translation>No se puede crear la carpeta {folder}: {strerror}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {strerror}.</source>
        <translation>No se puede escribir en la carpeta {folder}: {strerror}.</translation>
    </message>
    <message>
        <source>The graphics card&apos;s driver does not work with this Dubwright.</source>
        <translation>El controlador de la tarjeta gráfica no funciona con este Dubwright.</translation>
    </message>
    <message>
        <source>The hub {endpoint} cannot be reached.</source>
        <translation>No se puede acceder al servidor {endpoint}.</translation>
    </message>
    <message>
        <source>The image {name} has {dtype} pixels.</source>
        <translation>La imagen {name} tiene píxeles de tipo {dtype}.</translation>
    </message>
    <message>
        <source>The image {name} is damaged.</source>
        <translation>La imagen {name} está dañada.</translation>
    </message>
    <message>
        <source>The insightface back end needs a pack.</source>
        <translation>El módulo insightface necesita un paquete.</translation>
    </message>
    <message>
        <source>The licence of the face pack {name} has not been accepted.</source>
        <translation>No se ha aceptado la licencia del paquete de rostros {name}.</translation>
    </message>
    <message>
        <source>The list of exports cannot be saved: {reason}.</source>
        <translation>No se puede guardar la lista de exportaciones: {reason}.</translation>
    </message>
    <message>
        <source>The loudness is {loudness} LUFS: more would be distorted.</source>
        <translation>La sonoridad es de {loudness} LUFS: más distorsionaría.</translation>
    </message>
    <message>
        <source>The loudspeaker did not come back: you are not heard any more. Start again to choose another.</source>
        <translation>El altavoz no volvió: ya no se le oye. Empiece de nuevo para elegir otro.</translation>
    </message>
    <message>
        <source>The machine is fast enough again: {shown} pictures a second are made.</source>
        <translation>El equipo vuelve a ser bastante rápido: se hacen {shown} imágenes por segundo.</translation>
    </message>
    <message>
        <source>The region of the mask needs the weights “{WEIGHTS}”, which are missing: the lower face is used instead.</source>
        <translation>La región de la máscara necesita los pesos «{WEIGHTS}», que faltan: en su lugar se usa la parte inferior de la cara.</translation>
    </message>
    <message>
        <source>The microphone is back.</source>
        <translation>El micrófono ha vuelto.</translation>
    </message>
    <message>
        <source>The microphone is gone; plug it in again to go on.</source>
        <translation>El micrófono ha desaparecido; vuelva a conectarlo para seguir.</translation>
    </message>
    <message>
        <source>The microphone “{name}” is gone.{kept}</source>
        <translation>El micrófono «{name}» ha desaparecido.{kept}</translation>
    </message>
    <message>
        <source>The models of an insightface pack are published for non-commercial research purposes only. I use this pack for such purposes, or hold a licence for others.</source>
        <translation>Los modelos de un paquete de insightface se publican solo para investigación no comercial. Uso este paquete con esos fines o tengo licencia para otros.</translation>
    </message>
    <message>
        <source>The part has no timecode: {error}.</source>
        <translation>La parte no tiene código de tiempo: {error}.</translation>
    </message>
    <message>
        <source>The picture has {bits} bits a channel; it is worked on with 8.</source>
        <translation>La imagen tiene {bits} bits por canal; se trabaja con 8.</translation>
    </message>
    <message>
        <source>The picture in {name} is too large: {width} × {height}.</source>
        <translation>La imagen de {name} es demasiado grande: {width} × {height}.</translation>
    </message>
    <message>
        <source>The picture is interlaced; its lines are left as they are.</source>
        <translation>La imagen es entrelazada; sus líneas se dejan como están.</translation>
    </message>
    <message>
        <source>The program ffmpeg was not found.</source>
        <translation>No se encontró el programa ffmpeg.</translation>
    </message>
    <message>
        <source>The project cannot be saved aside: {reason}.</source>
        <translation>No se puede guardar aparte el proyecto: {reason}.</translation>
    </message>
    <message>
        <source>The project cannot be saved: {reason}.</source>
        <translation>No se puede guardar el proyecto: {reason}.</translation>
    </message>
    <message>
        <source>The project has an unknown entry “{name_of}”.</source>
        <translation>El proyecto tiene una entrada desconocida «{name_of}».</translation>
    </message>
    <message>
        <source>The project has no film.</source>
        <translation>El proyecto no tiene película.</translation>
    </message>
    <message>
        <source>The project is damaged at “{name_of}”: {first}.</source>
        <translation>El proyecto está dañado en «{name_of}»: {first}.</translation>
    </message>
    <message>
        <source>The recording has reached its longest length.</source>
        <translation>La grabación ha llegado a su duración máxima.</translation>
    </message>
    <message>
        <source>The result ends before the in point.</source>
        <translation>El resultado termina antes del punto de entrada.</translation>
    </message>
    <message>
        <source>The size of the picture in {name} cannot be read; it is damaged or larger than {MAX_SIDE} pixels.</source>
        <translation>No se puede leer el tamaño de la imagen de {name}; está dañada o supera {MAX_SIDE} píxeles.</translation>
    </message>
    <message>
        <source>The sound device “{name}” cannot be opened: {error}.</source>
        <translation>No se puede abrir el dispositivo de sonido «{name}»: {error}.</translation>
    </message>
    <message>
        <source>The sound library PortAudio cannot be used.</source>
        <translation>No se puede usar la biblioteca de sonido PortAudio.</translation>
    </message>
    <message>
        <source>The sound of {name} breaks off: {strerror}.</source>
        <translation>El sonido de {name} se corta: {strerror}.</translation>
    </message>
    <message>
        <source>The sound of {name} cannot be decoded.</source>
        <translation>No se puede descodificar el sonido de {name}.</translation>
    </message>
    <message>
        <source>The sound of {name} ends after {heard} of {whole} seconds.</source>
        <translation>El sonido de {name} termina a los {heard} de {whole} segundos.</translation>
    </message>
    <message>
        <source>The sound of {name} has {damaged} damaged packets, which are silent.</source>
        <translation>El sonido de {name} tiene {damaged} paquetes dañados, que quedan en silencio.</translation>
    </message>
    <message>
        <source>The soundtrack is silent, so its loudness was not changed.</source>
        <translation>La pista de sonido está en silencio, así que no se cambió su sonoridad.</translation>
    </message>
    <message>
        <source>The virtual camera needs the package pyvirtualcam.</source>
        <translation>La cámara virtual necesita el paquete pyvirtualcam.</translation>
    </message>
    <message>
        <source>The weights file {path} cannot be read: {strerror}.</source>
        <translation>No se puede leer el archivo de pesos {path}: {strerror}.</translation>
    </message>
    <message>
        <source>The weights file {path} has a “{name}” that the network does not know.</source>
        <translation>El archivo de pesos {path} tiene «{name}», que la red no conoce.</translation>
    </message>
    <message>
        <source>The weights file {path} has no “{name}”.</source>
        <translation>El archivo de pesos {path} no tiene «{name}».</translation>
    </message>
    <message>
        <source>The weights file {path} holds more than tensors ({forbidden}) and is not opened.</source>
        <translation>El archivo de pesos {path} contiene algo más que tensores ({forbidden}) y no se abre.</translation>
    </message>
    <message>
        <source>The weights file {path} holds no table of tensors.</source>
        <translation>El archivo de pesos {path} no contiene ninguna tabla de tensores.</translation>
    </message>
    <message>
        <source>The weights file {path} is damaged: {first_line}.</source>
        <translation>El archivo de pesos {path} está dañado: {first_line}.</translation>
    </message>
    <message>
        <source>The weights file {path} is empty.</source>
        <translation>El archivo de pesos {path} está vacío.</translation>
    </message>
    <message>
        <source>The weights folder {folder} cannot be written: {reason}.</source>
        <translation>No se puede escribir en la carpeta de pesos {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The weights “{name}” ({title}) cannot be used. {absence}</source>
        <translation>Los pesos «{name}» ({title}) no se pueden usar. {absence}</translation>
    </message>
    <message>
        <source>The weights “{name}” are being fetched by another Dubwright.</source>
        <translation>Otro Dubwright está descargando los pesos «{name}».</translation>
    </message>
    <message>
        <source>The weights “{name}” are damaged and are fetched anew.</source>
        <translation>Los pesos «{name}» están dañados y se descargan de nuevo.</translation>
    </message>
    <message>
        <source>The weights “{name}” are not fetched from a hub.</source>
        <translation>Los pesos «{name}» no se descargan de un servidor.</translation>
    </message>
    <message>
        <source>The weights “{name}” are not on this machine.</source>
        <translation>Los pesos «{name}» no están en este equipo.</translation>
    </message>
    <message>
        <source>The weights “{name}” belong to the program.</source>
        <translation>Los pesos «{name}» forman parte del programa.</translation>
    </message>
    <message>
        <source>The weights “{name}” cannot be used: {fault}</source>
        <translation>Los pesos «{name}» no se pueden usar: {fault}</translation>
    </message>
    <message>
        <source>The weights “{set_name}” ({title}) are missing{where}.</source>
        <translation>Faltan los pesos «{set_name}» ({title}){where}.</translation>
    </message>
    <message>
        <source>There are no ONNX files in {folder}.</source>
        <translation>No hay archivos ONNX en {folder}.</translation>
    </message>
    <message>
        <source>There are no images in the folder {name}.</source>
        <translation>No hay imágenes en la carpeta {name}.</translation>
    </message>
    <message>
        <source>There are no weights called “{name}”.</source>
        <translation>No hay pesos llamados «{name}».</translation>
    </message>
    <message>
        <source>There are no weights in {folder} that Dubwright knows.</source>
        <translation>En {folder} no hay pesos que Dubwright conozca.</translation>
    </message>
    <message>
        <source>There are weights called “{name}” already.</source>
        <translation>Ya hay pesos llamados «{name}».</translation>
    </message>
    <message>
        <source>There are: {known}.</source>
        <translation>Hay: {known}.</translation>
    </message>
    <message>
        <source>There is a graphics card here, and this Dubwright is built without CUDA.</source>
        <translation>Aquí hay una tarjeta gráfica y este Dubwright está compilado sin CUDA.</translation>
    </message>
    <message>
        <source>There is no backend “{wanted}”.</source>
        <translation>No hay ningún motor de cálculo «{wanted}».</translation>
    </message>
    <message>
        <source>There is no codec “{name}”.</source>
        <translation>No hay ningún códec «{name}».</translation>
    </message>
    <message>
        <source>There is no device “{name}” here.</source>
        <translation>Aquí no hay ningún dispositivo «{name}».</translation>
    </message>
    <message>
        <source>There is no engine “{engine}”.</source>
        <translation>No hay ningún motor «{engine}».</translation>
    </message>
    <message>
        <source>There is no face back end “{backend}”.</source>
        <translation>No hay ningún módulo de rostros «{backend}».</translation>
    </message>
    <message>
        <source>There is no face in this stretch of the film.</source>
        <translation>No hay ningún rostro en este tramo de la película.</translation>
    </message>
    <message>
        <source>There is no face {wanted} in this film.</source>
        <translation>No hay ningún rostro {wanted} en esta película.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>No existe la carpeta {folder}.</translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation>No existe la carpeta {parent}.</translation>
    </message>
    <message>
        <source>There is no precision “{precision}”.</source>
        <translation>No hay ninguna precisión «{precision}».</translation>
    </message>
    <message>
        <source>There is no sound in {name}.</source>
        <translation>No hay sonido en {name}.</translation>
    </message>
    <message>
        <source>There is no virtual camera: {error}.</source>
        <translation>No hay ninguna cámara virtual: {error}.</translation>
    </message>
    <message>
        <source>There is no {what} “{wanted}”.</source>
        <translation>No hay {what} «{wanted}».</translation>
    </message>
    <message>
        <source>There is no {what}.</source>
        <translation>No hay {what}.</translation>
    </message>
    <message>
        <source>These licences are to be accepted before the weights are fetched.
{shown}</source>
        <translation>Antes de descargar los pesos hay que aceptar estas licencias.
{shown}</translation>
    </message>
    <message>
        <source>They are no longer in {registered}.</source>
        <translation>Ya no están en {registered}.</translation>
    </message>
    <message>
        <source>This machine cannot encode with {name}: {reason}</source>
        <translation>Este equipo no puede codificar con {name}: {reason}</translation>
    </message>
    <message>
        <source>This machine is too slow now: {shown} pictures a second are made.</source>
        <translation>Este equipo es ahora demasiado lento: se hacen {shown} imágenes por segundo.</translation>
    </message>
    <message>
        <source>Tiny autoencoder for Stable Diffusion&apos;s latents</source>
        <translation>Autocodificador diminuto para los latentes de Stable Diffusion</translation>
    </message>
    <message>
        <source>Try again later; what has come so far is kept.</source>
        <translation>Inténtelo más tarde; lo que ha llegado se conserva.</translation>
    </message>
    <message>
        <source>Try again, or another file.</source>
        <translation>Inténtelo de nuevo o con otro archivo.</translation>
    </message>
    <message>
        <source>Try another codec or container.</source>
        <translation>Pruebe otro códec u otro contenedor.</translation>
    </message>
    <message>
        <source>Unpack the insightface pack again.</source>
        <translation>Vuelva a descomprimir el paquete de insightface.</translation>
    </message>
    <message>
        <source>Unset HF_HUB_OFFLINE, or import the files from a folder.</source>
        <translation>Quite HF_HUB_OFFLINE o importe los archivos desde una carpeta.</translation>
    </message>
    <message>
        <source>Update Dubwright and open it again.</source>
        <translation>Actualice Dubwright y vuelva a abrirlo.</translation>
    </message>
    <message>
        <source>Use another mirror, look for a newer Dubwright, or import the files from a folder.</source>
        <translation>Use otro espejo, busque un Dubwright más nuevo o importe los archivos desde una carpeta.</translation>
    </message>
    <message>
        <source>Use another mirror, or huggingface.co itself.</source>
        <translation>Use otro espejo o el propio huggingface.co.</translation>
    </message>
    <message>
        <source>Use another mirror, or look for a newer Dubwright.</source>
        <translation>Use otro espejo o busque un Dubwright más nuevo.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots and dashes.</source>
        <translation>Use letras, cifras, puntos y guiones.</translation>
    </message>
    <message>
        <source>Use the files of openai/whisper-tiny, with which the engine was trained.</source>
        <translation>Use los archivos de openai/whisper-tiny, con los que se entrenó el motor.</translation>
    </message>
    <message>
        <source>Use the plain state dict of the network.</source>
        <translation>Use el state dict simple de la red.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>Whisper tiny: speech encoder</source>
        <translation>Whisper tiny: codificador de voz</translation>
    </message>
    <message>
        <source>Work that had been put aside against a crash cannot be read; what there is was kept as {place}.</source>
        <translation>No se puede leer el trabajo que se había guardado aparte por si hubiera un fallo; lo que hay se conserva como {place}.</translation>
    </message>
    <message>
        <source>Write seconds (12.5), minutes (1:02.5) or hours (1:00:02).</source>
        <translation>Escriba segundos (12.5), minutos (1:02.5) u horas (1:00:02).</translation>
    </message>
    <message>
        <source>Your loudspeaker is slower than the picture: you are heard a little after it.</source>
        <translation>Su altavoz es más lento que la imagen: se le oye un poco después.</translation>
    </message>
    <message>
        <source>Your own.</source>
        <translation>Los suyos.</translation>
    </message>
    <message>
        <source>a clip ends behind the film</source>
        <translation>un clip termina después de la película</translation>
    </message>
    <message>
        <source>a correction at frame {frame} of size {size}</source>
        <translation>una corrección en el fotograma {frame} de tamaño {size}</translation>
    </message>
    <message>
        <source>a stroke of {len} places, radius {radius}, softness {softness}</source>
        <translation>un trazo de {len} puntos, radio {radius}, suavidad {softness}</translation>
    </message>
    <message>
        <source>beyond repair; the one before is shown instead</source>
        <translation>irrecuperable; en su lugar se muestra el anterior</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>cheek widths {cheeks} are not in 0..{HALF}</source>
        <translation>las anchuras de mejilla {cheeks} no están en 0..{HALF}</translation>
    </message>
    <message>
        <source>clips are not in order</source>
        <translation>los clips no están en orden</translation>
    </message>
    <message>
        <source>clips {id} and {id2} overlap on one face</source>
        <translation>los clips {id} y {id2} se solapan en un mismo rostro</translation>
    </message>
    <message>
        <source>corrections are not in order</source>
        <translation>las correcciones no están en orden</translation>
    </message>
    <message>
        <source>damaged and may show blocks</source>
        <translation>dañado y puede mostrar bloques</translation>
    </message>
    <message>
        <source>device</source>
        <translation>dispositivo</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>controlador</translation>
    </message>
    <message>
        <source>empty or negative span {start}..{stop}</source>
        <translation>intervalo vacío o negativo {start}..{stop}</translation>
    </message>
    <message>
        <source>encoders</source>
        <translation>codificadores</translation>
    </message>
    <message>
        <source>ffmpeg did not finish within {seconds} s.</source>
        <translation>ffmpeg no terminó en {seconds} s.</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>carpetas</translation>
    </message>
    <message>
        <source>footage of {frames} frames at {rate}</source>
        <translation>película de {frames} fotogramas a {rate}</translation>
    </message>
    <message>
        <source>insightface pack buffalo_l</source>
        <translation>paquete de insightface buffalo_l</translation>
    </message>
    <message>
        <source>keys of {dial} are not in order</source>
        <translation>los fotogramas clave de {dial} no están en orden</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>registros</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>altavoz</translation>
    </message>
    <message>
        <source>markers are not in order</source>
        <translation>los marcadores no están en orden</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>micrófono</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>mouth outside the picture</source>
        <translation>boca fuera de la imagen</translation>
    </message>
    <message>
        <source>no NVIDIA card; the built-in engine does not need one</source>
        <translation>ninguna tarjeta NVIDIA; el motor incorporado no la necesita</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>nudges are not in order</source>
        <translation>los desplazamientos no están en orden</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>procesador</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>recuperación</translation>
    </message>
    <message>
        <source>stretches of the original are not in order</source>
        <translation>los tramos del original no están en orden</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>archivos temporales</translation>
    </message>
    <message>
        <source>the marker stands behind the film</source>
        <translation>el marcador está después de la película</translation>
    </message>
    <message>
        <source>the network gave no picture</source>
        <translation>la red no dio ninguna imagen</translation>
    </message>
    <message>
        <source>the stretch ends behind the film</source>
        <translation>el tramo termina después de la película</translation>
    </message>
    <message>
        <source>there is no clip {clip_id}</source>
        <translation>no hay ningún clip {clip_id}</translation>
    </message>
    <message>
        <source>two clips have the same id</source>
        <translation>dos clips tienen el mismo identificador</translation>
    </message>
    <message>
        <source>two curves of one dial</source>
        <translation>dos curvas de un mismo regulador</translation>
    </message>
    <message>
        <source>weights folder</source>
        <translation>carpeta de pesos</translation>
    </message>
    <message>
        <source>weights {name}</source>
        <translation>pesos {name}</translation>
    </message>
    <message>
        <source>{CONFIG_FILE} does not describe a U-Net: {error}.</source>
        <translation>{CONFIG_FILE} no describe una U-Net: {error}.</translation>
    </message>
    <message>
        <source>{CONFIG_FILE} does not describe an autoencoder: {error}.</source>
        <translation>{CONFIG_FILE} no describe un autocodificador: {error}.</translation>
    </message>
    <message>
        <source>{LIMIT} is “{told}”, which is no size.</source>
        <translation>{LIMIT} es «{told}», que no es un tamaño.</translation>
    </message>
    <message>
        <source>{card}, CUDA {cuda}</source>
        <translation>{card}, CUDA {cuda}</translation>
    </message>
    <message>
        <source>{codec} has no transparency; choose prores or ffv1 to keep it.</source>
        <translation>{codec} no admite transparencia; elija prores o ffv1 para conservarla.</translation>
    </message>
    <message>
        <source>{dial} is not in {low}..{high}</source>
        <translation>{dial} no está en {low}..{high}</translation>
    </message>
    <message>
        <source>{endpoint} answers with the error {status_code}.</source>
        <translation>{endpoint} responde con el error {status_code}.</translation>
    </message>
    <message>
        <source>{endpoint} ends the transfer of {name} too early, again and again.</source>
        <translation>{endpoint} termina demasiado pronto, una y otra vez, la transferencia de {name}.</translation>
    </message>
    <message>
        <source>{endpoint} gives no hash of its file {path}, so that it could not be verified.</source>
        <translation>{endpoint} no da la suma de comprobación de su archivo {path}, que no se pudo verificar.</translation>
    </message>
    <message>
        <source>{endpoint} has another file {path} than the one that Dubwright knows.</source>
        <translation>{endpoint} tiene un archivo {path} distinto del que conoce Dubwright.</translation>
    </message>
    <message>
        <source>{fetched} holds files that were imported as “{inside}”.</source>
        <translation>{fetched} contiene archivos que se importaron como «{inside}».</translation>
    </message>
    <message>
        <source>{fetched} is deleted ({value} GB).</source>
        <translation>Se borró {fetched} ({value} GB).</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be put aside: {reason}.</source>
        <translation>{file} está dañado y no se puede apartar: {reason}.</translation>
    </message>
    <message>
        <source>{folder} cannot be made: {strerror}.</source>
        <translation>No se puede crear {folder}: {strerror}.</translation>
    </message>
    <message>
        <source>{folder} holds neither {names}.</source>
        <translation>{folder} no contiene nada de esto: {names}.</translation>
    </message>
    <message>
        <source>{free} of {all} GB free</source>
        <translation>{free} de {all} GB libres</translation>
    </message>
    <message>
        <source>{hint} What was recorded is kept and finished when Dubwright is started again.</source>
        <translation>{hint} Lo grabado se conserva y se termina cuando Dubwright se inicie de nuevo.</translation>
    </message>
    <message>
        <source>{len} frames, the first of them {value}, are {what}.</source>
        <translation>{len} fotogramas, el primero el {value}, están: {what}.</translation>
    </message>
    <message>
        <source>{len} images have another size than the first and were scaled to it.</source>
        <translation>{len} imágenes tienen otro tamaño que la primera y se escalaron al suyo.</translation>
    </message>
    <message>
        <source>{megabytes} are needed in {folder} and {megabytes2} are free.</source>
        <translation>En {folder} se necesitan {megabytes} y hay {megabytes2} libres.</translation>
    </message>
    <message>
        <source>{missing} numbers are missing among the images; those that are there are taken one after the other.</source>
        <translation>Faltan {missing} números entre las imágenes; las que hay se toman una tras otra.</translation>
    </message>
    <message>
        <source>{name} came damaged: its hash is not the one that it must have.</source>
        <translation>{name} llegó dañado: su suma de comprobación no es la debida.</translation>
    </message>
    <message>
        <source>{name} cannot be decoded any more.</source>
        <translation>{name} ya no se puede descodificar.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>No se puede abrir {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>No se puede leer {name}.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {value}.</source>
        <translation>No se puede escribir {name}: {value}.</translation>
    </message>
    <message>
        <source>{name} cannot write a picture of {width} × {height}: both must be even.</source>
        <translation>{name} no puede escribir una imagen de {width} × {height}: ambos valores deben ser pares.</translation>
    </message>
    <message>
        <source>{name} does not say which version it is.</source>
        <translation>{name} no dice qué versión es.</translation>
    </message>
    <message>
        <source>{name} has a codec that is not known here.</source>
        <translation>{name} tiene un códec que aquí no se conoce.</translation>
    </message>
    <message>
        <source>{name} has changed since the project was made.</source>
        <translation>{name} ha cambiado desde que se hizo el proyecto.</translation>
    </message>
    <message>
        <source>{name} has no picture that can be read.</source>
        <translation>{name} no tiene ninguna imagen legible.</translation>
    </message>
    <message>
        <source>{name} holds only sound.</source>
        <translation>{name} solo contiene sonido.</translation>
    </message>
    <message>
        <source>{name} holds {count} pictures; the first one is used.</source>
        <translation>{name} contiene {count} imágenes; se usa la primera.</translation>
    </message>
    <message>
        <source>{name} holds {kind} samples.</source>
        <translation>{name} contiene muestras de tipo {kind}.</translation>
    </message>
    <message>
        <source>{name} is a playlist, not a film.</source>
        <translation>{name} es una lista de reproducción, no una película.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a media file{told}.</source>
        <translation>{name} está dañado o no es un archivo multimedia{told}.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} está dañado.</translation>
    </message>
    <message>
        <source>{name} is damaged: it has {size} bytes instead of {bytes}.</source>
        <translation>{name} está dañado: tiene {size} bytes en lugar de {bytes}.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} está vacío.</translation>
    </message>
    <message>
        <source>{name} is no image that can be read.</source>
        <translation>{name} no es una imagen legible.</translation>
    </message>
    <message>
        <source>{name} is not a Dubwright project.</source>
        <translation>{name} no es un proyecto de Dubwright.</translation>
    </message>
    <message>
        <source>{name} is not a network that can be read.</source>
        <translation>{name} no es una red legible.</translation>
    </message>
    <message>
        <source>{name} is one of the inputs.</source>
        <translation>{name} es una de las entradas.</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>No se permite leer {name}.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is.</source>
        <translation>{name} necesita más memoria de la que hay.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer Dubwright.</source>
        <translation>{name} se guardó con un Dubwright más nuevo.</translation>
    </message>
    <message>
        <source>{name} {value} is not in {low}..{high}</source>
        <translation>{name} {value} no está en {low}..{high}</translation>
    </message>
    <message>
        <source>{out} cannot be written: {reason}.</source>
        <translation>No se puede escribir {out}: {reason}.</translation>
    </message>
    <message>
        <source>{out} is a folder.</source>
        <translation>{out} es una carpeta.</translation>
    </message>
    <message>
        <source>{part} is left over from an export and cannot be removed: {value}.</source>
        <translation>{part} quedó de una exportación y no se puede eliminar: {value}.</translation>
    </message>
    <message>
        <source>{path} ({free} GB free)</source>
        <translation>{path} ({free} GB libres)</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>No se puede leer {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>No se puede leer {path}: {strerror}.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>No se puede escribir {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>No se puede escribir {path}: {strerror}.</translation>
    </message>
    <message>
        <source>{path} does not describe a network.</source>
        <translation>{path} no describe una red.</translation>
    </message>
    <message>
        <source>{path} is no file of weights.</source>
        <translation>{path} no es un archivo de pesos.</translation>
    </message>
    <message>
        <source>{path} is not JSON: {error}.</source>
        <translation>{path} no es JSON: {error}.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} no es un archivo.</translation>
    </message>
    <message>
        <source>{path} says {name} = {found} where Whisper-tiny has {wanted}.</source>
        <translation>{path} dice {name} = {found} donde Whisper-tiny tiene {wanted}.</translation>
    </message>
    <message>
        <source>{seconds} s of {float} s are shown: elsewhere the face cannot be moved.</source>
        <translation>Se muestran {seconds} s de {float} s: en el resto no se puede mover el rostro.</translation>
    </message>
    <message>
        <source>{title} has too little memory for the networks.</source>
        <translation>{title} tiene muy poca memoria para las redes.</translation>
    </message>
    <message>
        <source>{value} GB are to be fetched, and the disk of {parent} has {value2} GB left.</source>
        <translation>Hay que descargar {value} GB y al disco de {parent} le quedan {value2} GB.</translation>
    </message>
    <message>
        <source>{value} frames at the beginning cannot be decoded and are left out.</source>
        <translation>{value} fotogramas del principio no se pueden descodificar y se omiten.</translation>
    </message>
    <message>
        <source>{value} frames at the end cannot be decoded and are left out.</source>
        <translation>{value} fotogramas del final no se pueden descodificar y se omiten.</translation>
    </message>
    <message>
        <source>{value} is not the published file of “{name}”: its bytes differ.</source>
        <translation>{value} no es el archivo publicado de «{name}»: su contenido difiere.</translation>
    </message>
    <message>
        <source>{what} does not have {path} in the revision {revision}.</source>
        <translation>{what} no tiene {path} en la revisión {revision}.</translation>
    </message>
    <message>
        <source>{what} gives its files only to those who asked for access.</source>
        <translation>{what} solo da sus archivos a quienes pidieron acceso.</translation>
    </message>
    <message>
        <source>{width} × {height} is an odd size and is kept by writing 4:4:4, which some players cannot show.</source>
        <translation>{width} × {height} es un tamaño impar y se conserva escribiendo 4:4:4, que algunos reproductores no muestran.</translation>
    </message>
    <message>
        <source>“dubwright weights list” says what is.</source>
        <translation>«dubwright weights list» dice lo que hay.</translation>
    </message>
    <message>
        <source>“{choice}” holds no network that judges lip sync.</source>
        <translation>«{choice}» no contiene ninguna red que juzgue la sincronía labial.</translation>
    </message>
    <message>
        <source>“{endpoint}” is no address of a hub.</source>
        <translation>«{endpoint}» no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>“{name}” cannot be a name of weights.</source>
        <translation>«{name}» no puede ser un nombre de pesos.</translation>
    </message>
    <message>
        <source>“{name}” in the weights file {path} has the shape {has} instead of {shape}.</source>
        <translation>«{name}» en el archivo de pesos {path} tiene la forma {has} en lugar de {shape}.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or made for another engine.</source>
        <translation>«{name}» está dañado o hecho para otro motor.</translation>
    </message>
    <message>
        <source>“{name}” is forgotten; {registered} stays as it is.</source>
        <translation>Se olvidó «{name}»; {registered} se queda como está.</translation>
    </message>
    <message>
        <source>“{text}” is not a time.</source>
        <translation>«{text}» no es un tiempo.</translation>
    </message>
    <message>
        <source>“{wanted}” holds no weights of the engine “musetalk”.</source>
        <translation>«{wanted}» no contiene pesos del motor «musetalk».</translation>
    </message>
</context>
</TS>
