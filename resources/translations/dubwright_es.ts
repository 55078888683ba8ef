<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Deshacer: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Rehacer: {step}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>End the take</source>
        <translation>Terminar la toma</translation>
    </message>
    <message>
        <source>Record a take</source>
        <translation>Grabar una toma</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Open film …</source>
        <translation>Abrir película …</translation>
    </message>
    <message>
        <source>Import voice …</source>
        <translation>Importar voz …</translation>
    </message>
    <message>
        <source>Open project …</source>
        <translation>Abrir proyecto …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Guardar como …</translation>
    </message>
    <message>
        <source>Export film …</source>
        <translation>Exportar película …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>Remove voice</source>
        <translation>Quitar voz</translation>
    </message>
    <message>
        <source>Change keys …</source>
        <translation>Cambiar teclas …</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Ajustes …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Dubbed</source>
        <translation>Doblada</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Cortinilla</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Wipe to the left</source>
        <translation>Cortinilla hacia la izquierda</translation>
    </message>
    <message>
        <source>Wipe to the right</source>
        <translation>Cortinilla hacia la derecha</translation>
    </message>
    <message>
        <source>Picture closer</source>
        <translation>Acercar imagen</translation>
    </message>
    <message>
        <source>Picture farther</source>
        <translation>Alejar imagen</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Imagen completa</translation>
    </message>
    <message>
        <source>Picture at 100 %</source>
        <translation>Imagen al 100 %</translation>
    </message>
    <message>
        <source>Picture: see its left</source>
        <translation>Imagen: ver la izquierda</translation>
    </message>
    <message>
        <source>Picture: see its right</source>
        <translation>Imagen: ver la derecha</translation>
    </message>
    <message>
        <source>Picture: see its top</source>
        <translation>Imagen: ver la parte superior</translation>
    </message>
    <message>
        <source>Picture: see its bottom</source>
        <translation>Imagen: ver la parte inferior</translation>
    </message>
    <message>
        <source>Timeline closer</source>
        <translation>Acercar línea de tiempo</translation>
    </message>
    <message>
        <source>Timeline farther</source>
        <translation>Alejar línea de tiempo</translation>
    </message>
    <message>
        <source>All of the timeline</source>
        <translation>Toda la línea de tiempo</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Colores del escritorio</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>Play backwards, faster</source>
        <translation>Reproducir hacia atrás, más rápido</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Detener la reproducción</translation>
    </message>
    <message>
        <source>Play forwards, faster</source>
        <translation>Reproducir hacia delante, más rápido</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Fotograma anterior</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Fotograma siguiente</translation>
    </message>
    <message>
        <source>Back one second</source>
        <translation>Retroceder un segundo</translation>
    </message>
    <message>
        <source>Forward one second</source>
        <translation>Avanzar un segundo</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Primer fotograma</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Último fotograma</translation>
    </message>
    <message>
        <source>Previous edit, cut or marker</source>
        <translation>Edición, corte o marcador anterior</translation>
    </message>
    <message>
        <source>Next edit, cut or marker</source>
        <translation>Edición, corte o marcador siguiente</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Problema siguiente</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problema anterior</translation>
    </message>
    <message>
        <source>Go to timecode …</source>
        <translation>Ir a código de tiempo …</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Marca</translation>
    </message>
    <message>
        <source>Set in point</source>
        <translation>Marcar punto de entrada</translation>
    </message>
    <message>
        <source>Set out point</source>
        <translation>Marcar punto de salida</translation>
    </message>
    <message>
        <source>Clear in and out</source>
        <translation>Borrar entrada y salida</translation>
    </message>
    <message>
        <source>Go to in point</source>
        <translation>Ir al punto de entrada</translation>
    </message>
    <message>
        <source>Go to out point</source>
        <translation>Ir al punto de salida</translation>
    </message>
    <message>
        <source>Set or remove marker</source>
        <translation>Poner o quitar marcador</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>First steps …</source>
        <translation>Primeros pasos …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Weights …</source>
        <translation>Pesos …</translation>
    </message>
    <message>
        <source>Check this machine …</source>
        <translation>Comprobar este equipo …</translation>
    </message>
    <message>
        <source>Licences …</source>
        <translation>Licencias …</translation>
    </message>
    <message>
        <source>About Dubwright</source>
        <translation>Acerca de Dubwright</translation>
    </message>
    <message>
        <source>Your project is saved.</source>
        <translation>El proyecto está guardado.</translation>
    </message>
    <message>
        <source>Your project was saved as {place}.</source>
        <translation>El proyecto se guardó como {place}.</translation>
    </message>
    <message>
        <source>Your project could not be saved by itself: please try to save it now.</source>
        <translation>El proyecto no se pudo guardar solo: intente guardarlo ahora.</translation>
    </message>
    <message>
        <source>Some settings could not be read; the usual ones are used.</source>
        <translation>No se pudieron leer algunos ajustes; se usan los habituales.</translation>
    </message>
    <message>
        <source>The cache lies at its usual place until then.</source>
        <translation>Hasta entonces la caché está en su lugar habitual.</translation>
    </message>
    <message>
        <source>a project that had not been saved</source>
        <translation>un proyecto que no se había guardado</translation>
    </message>
    <message>
        <source>Save often, and see Help → Check this machine.</source>
        <translation>Guarde a menudo y vea Ayuda → Comprobar este equipo.</translation>
    </message>
    <message>
        <source>Your work cannot be kept aside against a crash: {reason}</source>
        <translation>No se puede guardar una copia de seguridad contra fallos: {reason}</translation>
    </message>
    <message>
        <source>What was recorded until the end is in the list of takes: {name}.</source>
        <translation>Lo grabado hasta el final está en la lista de tomas: {name}.</translation>
    </message>
    <message>
        <source>What had been kept aside is damaged: what could not be read is left out or as usual: {places}.</source>
        <translation>Lo que se había guardado aparte está dañado: lo que no se pudo leer se omite o tiene su valor habitual: {places}.</translation>
    </message>
    <message>
        <source>Look it over, then save it under another name; the damaged copy stays as {place}.</source>
        <translation>Revíselo y guárdelo con otro nombre; la copia dañada se conserva como {place}.</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Abriendo {name}</translation>
    </message>
    <message>
        <source>Looking for files that were moved</source>
        <translation>Buscando archivos que se movieron</translation>
    </message>
    <message>
        <source>This cannot be done: {error}.</source>
        <translation>No se puede hacer: {error}.</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>este proyecto</translation>
    </message>
    <message>
        <source>{name} is not open.</source>
        <translation>{name} no está abierto.</translation>
    </message>
    <message>
        <source>Open its project first.</source>
        <translation>Abra primero su proyecto.</translation>
    </message>
    <message>
        <source>The settings cannot be saved.</source>
        <translation>No se pueden guardar los ajustes.</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Abrir película</translation>
    </message>
    <message>
        <source>Import voice</source>
        <translation>Importar voz</translation>
    </message>
    <message>
        <source>Replace voice</source>
        <translation>Reemplazar voz</translation>
    </message>
    <message>
        <source>{name} is damaged: what could not be read there is left out or as usual: {places}.</source>
        <translation>{name} está dañado: lo que no se pudo leer se omite o tiene su valor habitual: {places}.</translation>
    </message>
    <message>
        <source>Look it over, then save it under another name; the damaged file stays as it is.</source>
        <translation>Revíselo y guárdelo con otro nombre; el archivo dañado se queda como está.</translation>
    </message>
    <message>
        <source>Find moved files</source>
        <translation>Encontrar archivos movidos</translation>
    </message>
    <message>
        <source>Found where it was moved: {names}.</source>
        <translation>Encontrado en su nuevo lugar: {names}.</translation>
    </message>
    <message>
        <source>Put it beside the project and open that again, or choose another film or voice.</source>
        <translation>Póngalo junto al proyecto y vuelva a abrirlo, o elija otra película o voz.</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>No encontrado: {names}.</translation>
    </message>
    <message>
        <source>Films ({films});;All files (*)</source>
        <translation>Películas ({films});;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Sound and films ({endings});;All files (*)</source>
        <translation>Sonido y películas ({endings});;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Abrir proyecto</translation>
    </message>
    <message>
        <source>Dubwright projects (*{ending})</source>
        <translation>Proyectos de Dubwright (*{ending})</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Guardar proyecto</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Exportar película</translation>
    </message>
    <message>
        <source>Films (*{ending});;Other films (*.mp4 *.mov *.mkv)</source>
        <translation>Películas (*{ending});;Otras películas (*.mp4 *.mov *.mkv)</translation>
    </message>
    <message>
        <source>An export was not finished the last time.</source>
        <translation>Una exportación no terminó la última vez.</translation>
    </message>
    <message>
        <source>{count} exports were not finished the last time.</source>
        <translation>{count} exportaciones no terminaron la última vez.</translation>
    </message>
    <message>
        <source>Choose Resume in the list of exports to go on, or remove them there.</source>
        <translation>Elija Reanudar en la lista de exportaciones, o quítelas de ahí.</translation>
    </message>
    <message>
        <source>An export to {name} is already in the list.</source>
        <translation>Ya hay en la lista una exportación a {name}.</translation>
    </message>
    <message>
        <source>Choose another file name, or stop that one.</source>
        <translation>Elija otro nombre de archivo o detenga esa.</translation>
    </message>
    <message>
        <source>The export ended by a defect of Dubwright.</source>
        <translation>La exportación terminó por un defecto de Dubwright.</translation>
    </message>
    <message>
        <source>Try it again; the report tells more.</source>
        <translation>Inténtelo de nuevo; el informe dice más.</translation>
    </message>
    <message>
        <source>Dubwright</source>
        <translation>Dubwright</translation>
    </message>
    <message>
        <source>As in Premiere Pro</source>
        <translation>Como en Premiere Pro</translation>
    </message>
    <message>
        <source>As in DaVinci Resolve</source>
        <translation>Como en DaVinci Resolve</translation>
    </message>
    <message>
        <source>Looking for microphones</source>
        <translation>Buscando micrófonos</translation>
    </message>
    <message>
        <source>Live: everything else waits</source>
        <translation>En directo: todo lo demás espera</translation>
    </message>
    <message>
        <source>Finishing the recording {name}</source>
        <translation>Terminando la grabación {name}</translation>
    </message>
    <message>
        <source>A live recording that was cut off was finished: {place}.</source>
        <translation>Se terminó una grabación en directo que se había interrumpido: {place}.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Abrir reciente</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the changes in “{name}”?</source>
        <translation>¿Guardar los cambios en «{name}»?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Si no, se perderán.</translation>
    </message>
    <message>
        <source>A training runs</source>
        <translation>Hay un entrenamiento en curso</translation>
    </message>
    <message>
        <source>“{name}” is still being trained.</source>
        <translation>«{name}» todavía se está entrenando.</translation>
    </message>
    <message>
        <source>Stopped, it is saved first, and goes on another time. That may take a minute.</source>
        <translation>Al detenerlo se guarda primero y continúa en otro momento. Puede tardar un minuto.</translation>
    </message>
    <message>
        <source>&amp;Stop, save and leave</source>
        <translation>&amp;Detener, guardar y salir</translation>
    </message>
    <message>
        <source>&amp;Keep the window</source>
        <translation>&amp;Mantener la ventana</translation>
    </message>
    <message>
        <source>Dubwright ended unexpectedly while you worked on {name}.</source>
        <translation>Dubwright terminó inesperadamente mientras trabajaba en {name}.</translation>
    </message>
    <message>
        <source>Recover your work</source>
        <translation>Recuperar el trabajo</translation>
    </message>
    <message>
        <source>It was kept at {when}. Do you want to go on with it? Otherwise it is thrown away.</source>
        <translation>Se guardó a las {when}. ¿Quiere continuar con él? Si no, se descarta.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Recuperar</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>Your work is offered for recovery where there was any that was not saved.</source>
        <translation>Si había trabajo sin guardar, se ofrece recuperarlo.</translation>
    </message>
    <message>
        <source>Dubwright ended unexpectedly the last time.</source>
        <translation>Dubwright terminó inesperadamente la última vez.</translation>
    </message>
    <message>
        <source>Something went wrong that should not be possible.</source>
        <translation>Ocurrió algo que no debería ser posible.</translation>
    </message>
    <message>
        <source>Dubwright has a defect</source>
        <translation>Dubwright tiene un defecto</translation>
    </message>
    <message>
        <source>You can go on working. Please send the report below to those who look after Dubwright.</source>
        <translation>Puede seguir trabajando. Envíe el informe de abajo a quienes mantienen Dubwright.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar informe</translation>
    </message>
    <message>
        <source>Version and system</source>
        <translation>Versión y sistema</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Qué ha cambiado</translation>
    </message>
    <message>
        <source>&amp;Copy version</source>
        <translation>&amp;Copiar versión</translation>
    </message>
    <message>
        <source>&amp;Licences …</source>
        <translation>&amp;Licencias …</translation>
    </message>
    <message>
        <source>Dub only faces and voices that you may use.</source>
        <translation>Doble solo rostros y voces que pueda usar.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Buscar un componente o una licencia</translation>
    </message>
    <message>
        <source>Parts of Dubwright</source>
        <translation>Componentes de Dubwright</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>It brings no text of its own.</source>
        <translation>No trae texto propio.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The list of changes is not part of this installation.</source>
        <translation>La lista de cambios no forma parte de esta instalación.</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>Comprobar este equipo</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Progreso de la comprobación</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Comprobar de &amp;nuevo</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy what was found</source>
        <translation>Copiar lo encontrado</translation>
    </message>
    <message>
        <source>Checking this machine</source>
        <translation>Comprobando este equipo</translation>
    </message>
    <message>
        <source>Looking at: {what}</source>
        <translation>Comprobando: {what}</translation>
    </message>
    <message>
        <source>Dubwright cannot work here yet. Faults that stop it: {count}</source>
        <translation>Dubwright todavía no puede funcionar aquí. Fallos que lo impiden: {count}</translation>
    </message>
    <message>
        <source>Dubwright works. Things that could be better: {count}</source>
        <translation>Dubwright funciona. Cosas que podrían mejorar: {count}</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Todo está bien.</translation>
    </message>
    <message>
        <source>The check could not be done.</source>
        <translation>No se pudo hacer la comprobación.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Comprobando …</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo encontrado</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>stops a dub</source>
        <translation>impide doblar</translation>
    </message>
    <message>
        <source>could be better</source>
        <translation>podría mejorar</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>How much of the new mouth is seen: 0 none, 1 all.</source>
        <translation>Cuánto se ve de la boca nueva: 0 nada, 1 toda.</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Calado</translation>
    </message>
    <message>
        <source>How softly the new mouth runs into the face; share of its size.</source>
        <translation>Con qué suavidad se funde la boca nueva con el rostro; fracción de su tamaño.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>How long after speech the mouth still belongs to the voice.</source>
        <translation>Cuánto tiempo tras hablar la boca sigue siendo de la voz.</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Fundido</translation>
    </message>
    <message>
        <source>How long the mouth takes to ease back to the film&apos;s own.</source>
        <translation>Cuánto tarda la boca en volver a la de la película.</translation>
    </message>
    <message>
        <source>Lower face</source>
        <translation>Parte inferior del rostro</translation>
    </message>
    <message>
        <source>Jaw without cheeks</source>
        <translation>Mandíbula sin mejillas</translation>
    </message>
    <message>
        <source>All skin below the nose</source>
        <translation>Toda la piel bajo la nariz</translation>
    </message>
    <message>
        <source>The same, and the neck</source>
        <translation>Lo mismo, con el cuello</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Se omite</translation>
    </message>
    <message>
        <source>Under the voice</source>
        <translation>Bajo la voz</translation>
    </message>
    <message>
        <source>Quieter while spoken</source>
        <translation>Más bajo mientras se habla</translation>
    </message>
    <message>
        <source>H.264, for all players</source>
        <translation>H.264, para todos los reproductores</translation>
    </message>
    <message>
        <source>HEVC, smaller</source>
        <translation>HEVC, más pequeño</translation>
    </message>
    <message>
        <source>FFV1, without loss</source>
        <translation>FFV1, sin pérdida</translation>
    </message>
    <message>
        <source>Finest, large</source>
        <translation>Máxima, grande</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Muy buena</translation>
    </message>
    <message>
        <source>Good, smaller</source>
        <translation>Buena, más pequeña</translation>
    </message>
    <message>
        <source>Draft, smallest</source>
        <translation>Borrador, mínima</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Rostro</translation>
    </message>
    <message>
        <source>Whose mouth follows the voice</source>
        <translation>Qué boca sigue la voz</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Máscara</translation>
    </message>
    <message>
        <source>Which part of the face is new; all but the first need the face-parsing weights</source>
        <translation>Qué parte del rostro es nueva; todas menos la primera necesitan los pesos de segmentación facial</translation>
    </message>
    <message>
        <source>Match the colours of the face</source>
        <translation>Igualar los colores del rostro</translation>
    </message>
    <message>
        <source>Film&apos;s sound</source>
        <translation>Sonido de la película</translation>
    </message>
    <message>
        <source>What becomes of the film&apos;s own sound</source>
        <translation>Qué se hace con el sonido propio de la película</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>How much of the picture is kept</source>
        <translation>Cuánto se conserva de la imagen</translation>
    </message>
    <message>
        <source>Looking at the film …</source>
        <translation>Analizando la película …</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>Rostro más grande</translation>
    </message>
    <message>
        <source>What was found in the film</source>
        <translation>Lo que se encontró en la película</translation>
    </message>
    <message>
        <source>Everything that the program knows of the film&apos;s file</source>
        <translation>Todo lo que el programa sabe del archivo de la película</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>con sonido</translation>
    </message>
    <message>
        <source>without sound</source>
        <translation>sin sonido</translation>
    </message>
    <message>
        <source>{width} × {height}, {rate} frames/s, {sound}</source>
        <translation>{width} × {height}, {rate} fotogramas/s, {sound}</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Almacenado</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>{length}, {count:,} frames</source>
        <translation>{length}, {count:,} fotogramas</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Comienza</translation>
    </message>
    <message>
        <source>{seconds:.3f} s on the file&apos;s own clock</source>
        <translation>a los {seconds:.3f} s del reloj del archivo</translation>
    </message>
    <message>
        <source>{codec}, {bits} bits, {format}</source>
        <translation>{codec}, {bits} bits, {format}</translation>
    </message>
    <message>
        <source>Transparency</source>
        <translation>Transparencia</translation>
    </message>
    <message>
        <source>yes; kept by ProRes and FFV1</source>
        <translation>sí; ProRes y FFV1 la conservan</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Fotogramas clave</translation>
    </message>
    <message>
        <source>at most {count:,} frames apart</source>
        <translation>separados por {count:,} fotogramas como máximo</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>no se encontraron</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Subtítulos</translation>
    </message>
    <message>
        <source>More pictures</source>
        <translation>Más imágenes</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>de tipo desconocido</translation>
    </message>
    <message>
        <source>{size}, pixels of {aspect}</source>
        <translation>{size}, píxeles de {aspect}</translation>
    </message>
    <message>
        <source>mirrored; shown as it is meant</source>
        <translation>reflejada; se muestra como corresponde</translation>
    </message>
    <message>
        <source>mirrored and turned by {degrees}°; shown upright</source>
        <translation>reflejada y girada {degrees}°; se muestra derecha</translation>
    </message>
    <message>
        <source>turned by {degrees}°; shown upright</source>
        <translation>girada {degrees}°; se muestra derecha</translation>
    </message>
    <message>
        <source>a still picture</source>
        <translation>una imagen fija</translation>
    </message>
    <message>
        <source>{rate} frames/s, constant</source>
        <translation>{rate} fotogramas/s, constante</translation>
    </message>
    <message>
        <source>variable: {rate} frames/s on average, each shown for {least:.0f} to {most:.0f} ms; kept as it is</source>
        <translation>variable: {rate} fotogramas/s de media, cada uno durante {least:.0f} a {most:.0f} ms; se conserva así</translation>
    </message>
    <message>
        <source>HDR ({name}), shown in standard range</source>
        <translation>HDR ({name}), se muestra en rango estándar</translation>
    </message>
    <message>
        <source>{matrix}, full range</source>
        <translation>{matrix}, rango completo</translation>
    </message>
    <message>
        <source>not told; full range</source>
        <translation>no indicados; rango completo</translation>
    </message>
    <message>
        <source>{matrix}, limited range</source>
        <translation>{matrix}, rango limitado</translation>
    </message>
    <message>
        <source>not told; read as usual for its size</source>
        <translation>no indicados; se leen como es habitual para su tamaño</translation>
    </message>
    <message>
        <source>Mask …</source>
        <translation>Máscara …</translation>
    </message>
    <message>
        <source>Change the mask</source>
        <translation>Cambiar la máscara</translation>
    </message>
    <message>
        <source>Region, strength, feather and all the rest of the mask</source>
        <translation>Región, intensidad, calado y todo lo demás de la máscara</translation>
    </message>
    <message>
        <source>Person {number}, {count:,} frames</source>
        <translation>Persona {number}, {count:,} fotogramas</translation>
    </message>
    <message>
        <source>Start of voice</source>
        <translation>Inicio de la voz</translation>
    </message>
    <message>
        <source>Choose face</source>
        <translation>Elegir rostro</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>Igualar colores</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Add what is to be said. Drop a sound or a film here, or:</source>
        <translation>Añada lo que se va a decir. Suelte aquí un sonido o una película, o:</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Película</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Empieza en</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Voice begins at</source>
        <translation>La voz empieza en</translation>
    </message>
    <message>
        <source>Time of the film at which the voice begins; less than 0 leaves out its beginning.</source>
        <translation>Tiempo de la película en que empieza la voz; menos de 0 omite su comienzo.</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>Reemplazar …</translation>
    </message>
    <message>
        <source>Replace: {action}</source>
        <translation>Reemplazar: {action}</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>What makes the mouth</source>
        <translation>Qué genera la boca</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Which networks paint the mouth</source>
        <translation>Qué redes pintan la boca</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decodificador</translation>
    </message>
    <message>
        <source>How pictures are made of what the networks think</source>
        <translation>Cómo se hacen imágenes de lo que piensan las redes</translation>
    </message>
    <message>
        <source>Moves the border between kept and new picture down the nose, opening the mouth more; share of the face.</source>
        <translation>Baja por la nariz el borde entre la imagen conservada y la nueva y abre más la boca; fracción del rostro.</translation>
    </message>
    <message>
        <source>Border shift</source>
        <translation>Desplazamiento del borde</translation>
    </message>
    <message>
        <source>Chin margin as trained</source>
        <translation>Margen del mentón según entrenamiento</translation>
    </message>
    <message>
        <source>How much is seen below the chin; share of the face.</source>
        <translation>Cuánto se ve bajo el mentón; fracción del rostro.</translation>
    </message>
    <message>
        <source>Chin margin</source>
        <translation>Margen del mentón</translation>
    </message>
    <message>
        <source>How far from the middle the jaw keeps its full width; of 256 columns on this side.</source>
        <translation>Hasta dónde desde el centro la mandíbula conserva todo su ancho; de 256 columnas en este lado.</translation>
    </message>
    <message>
        <source>Cheek left</source>
        <translation>Mejilla izquierda</translation>
    </message>
    <message>
        <source>Cheek right</source>
        <translation>Mejilla derecha</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Show the page of weights</source>
        <translation>Mostrar la página de pesos</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>Examinando este equipo</translation>
    </message>
    <message>
        <source>Looking for weights</source>
        <translation>Buscando pesos</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>Los mejores disponibles</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>Una carpeta …</translation>
    </message>
    <message>
        <source>This engine needs weights that are not here: {names}.</source>
        <translation>Este motor necesita pesos que no están aquí: {names}.</translation>
    </message>
    <message>
        <source>Folder of weights</source>
        <translation>Carpeta de pesos</translation>
    </message>
    <message>
        <source>The quick decoder needs the weights “{name}”.</source>
        <translation>El decodificador rápido necesita los pesos «{name}».</translation>
    </message>
    <message>
        <source>Get them on the page of weights, then choose again.</source>
        <translation>Obténgalos en la página de pesos y vuelva a elegir.</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>Mejillas</translation>
    </message>
    <message>
        <source>Full, sharp</source>
        <translation>Completo, nítido</translation>
    </message>
    <message>
        <source>Tiny, quick and softer</source>
        <translation>Pequeño, rápido y más suave</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>Cómo se ejecuta</translation>
    </message>
    <message>
        <source>Built-in, at once</source>
        <translation>Integrado, al instante</translation>
    </message>
    <message>
        <source>MuseTalk, painted</source>
        <translation>MuseTalk, pintado</translation>
    </message>
    <message>
        <source>Moves the lips, jaw and cheeks of the real picture. Needs no download and no graphics card.</source>
        <translation>Mueve los labios, la mandíbula y las mejillas de la imagen real. No necesita descarga ni tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Networks paint the lower face anew. Slow without a graphics card; what was painted once is kept.</source>
        <translation>Unas redes pintan de nuevo la parte inferior del rostro. Lento sin tarjeta gráfica; lo pintado se conserva.</translation>
    </message>
    <message>
        <source>{free:.1f} of {all:.1f} GB of memory are free</source>
        <translation>{free:.1f} de {all:.1f} GB de memoria están libres</translation>
    </message>
    <message>
        <source>MuseTalk takes about {size:.1f} GB: it fits.</source>
        <translation>MuseTalk ocupa unos {size:.1f} GB: cabe.</translation>
    </message>
    <message>
        <source>MuseTalk takes about {size:.1f} GB: too much here.</source>
        <translation>MuseTalk ocupa unos {size:.1f} GB: demasiado aquí.</translation>
    </message>
    <message>
        <source>ProRes 422 HQ, for editing</source>
        <translation>ProRes 422 HQ, para edición</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como está</translation>
    </message>
    <message>
        <source>−14 LUFS, for the web</source>
        <translation>−14 LUFS, para la web</translation>
    </message>
    <message>
        <source>−16 LUFS, for podcasts and phones</source>
        <translation>−16 LUFS, para pódcast y teléfonos</translation>
    </message>
    <message>
        <source>−23 LUFS, EBU R 128</source>
        <translation>−23 LUFS, EBU R 128</translation>
    </message>
    <message>
        <source>−24 LUFS, ATSC A/85</source>
        <translation>−24 LUFS, ATSC A/85</translation>
    </message>
    <message>
        <source>That of the film</source>
        <translation>La de la película</translation>
    </message>
    <message>
        <source>That of the voice</source>
        <translation>La de la voz</translation>
    </message>
    <message>
        <source>Looking which formats this machine can write …</source>
        <translation>Comprobando qué formatos puede escribir este equipo …</translation>
    </message>
    <message>
        <source>All of the film</source>
        <translation>Toda la película</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Whose length the film has when picture and voice differ</source>
        <translation>Qué duración tiene la película cuando imagen y voz difieren</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonoridad</translation>
    </message>
    <message>
        <source>How loud the film is as a whole, after BS.1770</source>
        <translation>Cuál es la sonoridad total de la película, según BS.1770</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre de archivo</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Ajustes de exportación</translation>
    </message>
    <message>
        <source>Not on this machine: {reason}</source>
        <translation>No en este equipo: {reason}</translation>
    </message>
    <message>
        <source>An export to this file is already in the list. Choose another name.</source>
        <translation>Ya hay en la lista una exportación a este archivo. Elija otro nombre.</translation>
    </message>
    <message>
        <source>There is a file of this name. It will be replaced.</source>
        <translation>Ya existe un archivo con este nombre. Se reemplazará.</translation>
    </message>
    <message>
        <source>&amp;Replace and export</source>
        <translation>&amp;Reemplazar y exportar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>&amp;Elegir …</translation>
    </message>
    <message>
        <source>Choose folder and file name</source>
        <translation>Elegir carpeta y nombre de archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>From in to out point (none are set)</source>
        <translation>Del punto de entrada al de salida (sin marcar)</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>De {first} a {last}</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>Quitar las terminadas</translation>
    </message>
    <message>
        <source>Waits until the training has ended: both need the memory of the graphics card.</source>
        <translation>Espera a que termine el entrenamiento: ambos necesitan la memoria de la tarjeta gráfica.</translation>
    </message>
    <message>
        <source>Start &amp;anyway</source>
        <translation>Empezar de &amp;todos modos</translation>
    </message>
    <message>
        <source>Start the export beside the training</source>
        <translation>Empezar la exportación junto al entrenamiento</translation>
    </message>
    <message>
        <source>Films that you export are listed here. Choose Export film … in the menu File.</source>
        <translation>Aquí aparecen las películas que exporte. Elija Exportar película … en el menú Archivo.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Resume exports</source>
        <translation>Reanudar exportaciones</translation>
    </message>
    <message>
        <source>Pause exports</source>
        <translation>Pausar exportaciones</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>&amp;Get MuseTalk …</source>
        <translation>&amp;Obtener MuseTalk …</translation>
    </message>
    <message>
        <source>Get the weights of MuseTalk</source>
        <translation>Obtener los pesos de MuseTalk</translation>
    </message>
    <message>
        <source>&amp;Dub the demo</source>
        <translation>&amp;Doblar la demo</translation>
    </message>
    <message>
        <source>Dub the demo</source>
        <translation>Doblar la demo</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>E&amp;mpezar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>Opening the demo</source>
        <translation>Abriendo la demo</translation>
    </message>
    <message>
        <source>Welcome to Dubwright</source>
        <translation>Le damos la bienvenida a Dubwright</translation>
    </message>
    <message>
        <source>A film and a voice go in; the mouth in the film follows the voice.</source>
        <translation>Entran una película y una voz; la boca de la película sigue la voz.</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Motor integrado</translation>
    </message>
    <message>
        <source>MuseTalk, an engine that paints</source>
        <translation>MuseTalk, un motor que pinta</translation>
    </message>
    <message>
        <source>Dub only faces and voices that you may use: your own, or those of people who agreed.</source>
        <translation>Doble solo rostros y voces que pueda usar: los suyos o los de personas que hayan dado su acuerdo.</translation>
    </message>
    <message>
        <source>Who is seen or heard must know of it where the law asks for it, and so must who watches.</source>
        <translation>Quien se ve o se oye debe saberlo donde lo exige la ley, y también quien mira.</translation>
    </message>
    <message>
        <source>What is allowed</source>
        <translation>Qué está permitido</translation>
    </message>
    <message>
        <source>The processor does the work.</source>
        <translation>El procesador hace el trabajo.</translation>
    </message>
    <message>
        <source>The graphics card does the work.</source>
        <translation>La tarjeta gráfica hace el trabajo.</translation>
    </message>
    <message>
        <source>{free:.1f} of {whole:.1f} GB of memory are free.</source>
        <translation>{free:.1f} de {whole:.1f} GB de memoria están libres.</translation>
    </message>
    <message>
        <source>Parts of it are missing. Help → Check this machine says what to do.</source>
        <translation>Faltan partes. Ayuda → Comprobar este equipo dice qué hacer.</translation>
    </message>
    <message>
        <source>Ready. Works on every machine at once: it moves the lips, jaw and cheeks of the real picture.</source>
        <translation>Listo. Funciona en cualquier equipo al instante: mueve los labios, la mandíbula y las mejillas de la imagen real.</translation>
    </message>
    <message>
        <source>It takes about {size:.1f} GB of memory.</source>
        <translation>Ocupa unos {size:.1f} GB de memoria.</translation>
    </message>
    <message>
        <source>That fits here.</source>
        <translation>Aquí cabe.</translation>
    </message>
    <message>
        <source>This machine has too little.</source>
        <translation>Este equipo tiene demasiado poca.</translation>
    </message>
    <message>
        <source>Without a graphics card each frame takes a second or more.</source>
        <translation>Sin tarjeta gráfica cada fotograma tarda un segundo o más.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Listo.</translation>
    </message>
    <message>
        <source>{size:.2f} GB are to be fetched once: {fast} over a line of 100 Mbit/s, {slow} over one of 10.</source>
        <translation>Hay que descargar {size:.2f} GB una vez: {fast} con 100 Mbit/s, {slow} con 10.</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Cambiar teclas</translation>
    </message>
    <message>
        <source>Whose keys are used; single ones can be changed.</source>
        <translation>Qué teclas se usan; se pueden cambiar una por una.</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>&amp;Usar esta tecla</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Ninguna tecla</translation>
    </message>
    <message>
        <source>As in the &amp;preset</source>
        <translation>Como en el &amp;preajuste</translation>
    </message>
    <message>
        <source>&amp;All as in the preset</source>
        <translation>&amp;Todas como en el preajuste</translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
    <message>
        <source>⚠ {key} belongs to “{action}”, which would go without.</source>
        <translation>⚠ {key} pertenece a «{action}», que se quedaría sin ella.</translation>
    </message>
    <message>
        <source>&amp;Take it from there</source>
        <translation>&amp;Quitársela</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Pulse la tecla nueva</translation>
    </message>
    <message>
        <source>Get weights</source>
        <translation>Obtener pesos</translation>
    </message>
    <message>
        <source>{size}, from {places}</source>
        <translation>{size}, de {places}</translation>
    </message>
    <message>
        <source>Licence, as its authors state it:</source>
        <translation>Licencia, según sus autores:</translation>
    </message>
    <message>
        <source>Accept and get</source>
        <translation>Aceptar y obtener</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Obtener</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Imagen en directo</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>Noise gate</source>
        <translation>Puerta de ruido</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Sound below this level is taken for noise, and the mouth stays at rest</source>
        <translation>El sonido por debajo de este nivel se toma por ruido y la boca queda en reposo</translation>
    </message>
    <message>
        <source>Hear m&amp;yself</source>
        <translation>&amp;Oírme</translation>
    </message>
    <message>
        <source>Your voice, as late as the picture. Use headphones.</source>
        <translation>Su voz, con el mismo retardo que la imagen. Use auriculares.</translation>
    </message>
    <message>
        <source>&amp;Record to a file</source>
        <translation>&amp;Grabar en un archivo</translation>
    </message>
    <message>
        <source>A film of the picture and your voice, in sync</source>
        <translation>Una película de la imagen y su voz, sincronizadas</translation>
    </message>
    <message>
        <source>Virtual c&amp;amera</source>
        <translation>Cám&amp;ara virtual</translation>
    </message>
    <message>
        <source>Other programs see the picture as a webcam; needs a driver</source>
        <translation>Otros programas ven la imagen como cámara web; necesita un controlador</translation>
    </message>
    <message>
        <source>Live picture on the whole screen</source>
        <translation>Imagen en directo a pantalla completa</translation>
    </message>
    <message>
        <source>Save the live picture</source>
        <translation>Guardar la imagen en directo</translation>
    </message>
    <message>
        <source>How late the picture is</source>
        <translation>Cuánto se retrasa la imagen</translation>
    </message>
    <message>
        <source>What the time from voice to picture is made of</source>
        <translation>De qué consta el tiempo de la voz a la imagen</translation>
    </message>
    <message>
        <source>Mi&amp;crophone</source>
        <translation>Mi&amp;crófono</translation>
    </message>
    <message>
        <source>Noise ga&amp;te</source>
        <translation>Puer&amp;ta de ruido</translation>
    </message>
    <message>
        <source>{late:.0f} ms from voice to picture{mark} · {rate:.0f} pictures/s
Half within {half:.0f} ms, 95 % within {most:.0f} ms · {dropped} dropped</source>
        <translation>{late:.0f} ms de la voz a la imagen{mark} · {rate:.0f} imágenes/s
La mitad en {half:.0f} ms, el 95 % en {most:.0f} ms · {dropped} omitidas</translation>
    </message>
    <message>
        <source>&amp;Whole screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>Save &amp;picture …</source>
        <translation>Guardar &amp;imagen …</translation>
    </message>
    <message>
        <source>{out} could not be written. Choose another folder.</source>
        <translation>No se pudo escribir {out}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>Grabar en</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>No se encontró ninguno</translation>
    </message>
    <message>
        <source>None found: plug one in and open this again</source>
        <translation>Ninguno: conecte uno y vuelva a abrir esto</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Stop the live session</source>
        <translation>Detener la sesión en directo</translation>
    </message>
    <message>
        <source>Start the live session</source>
        <translation>Iniciar la sesión en directo</translation>
    </message>
    <message>
        <source>While you are live, everything else waits: previews, exports and other work go on afterwards.</source>
        <translation>Durante el directo todo lo demás espera: vistas previas, exportaciones y demás continúan después.</translation>
    </message>
    <message>
        <source>Start, speak, and the face of the film speaks with you.</source>
        <translation>Inicie, hable, y el rostro de la película habla con usted.</translation>
    </message>
    <message>
        <source> – late</source>
        <translation> – con retraso</translation>
    </message>
    <message>
        <source>On average, in ms: {parts}</source>
        <translation>En promedio, en ms: {parts}</translation>
    </message>
    <message>
        <source>{pictures} pictures, {dropped} left out. From voice to picture: {half:.0f} ms, at most {most:.0f} ms in 95 of 100.</source>
        <translation>{pictures} imágenes, {dropped} omitidas. De la voz a la imagen: {half:.0f} ms, como mucho {most:.0f} ms en 95 de 100.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Change &amp;keys …</source>
        <translation>Cambiar &amp;teclas …</translation>
    </message>
    <message>
        <source>&amp;Usual settings</source>
        <translation>&amp;Ajustes habituales</translation>
    </message>
    <message>
        <source>Take back all settings on this page</source>
        <translation>Restablecer todos los ajustes de esta página</translation>
    </message>
    <message>
        <source>Set by {name} in the environment.</source>
        <translation>Fijado por {name} en el entorno.</translation>
    </message>
    <message>
        <source>Usual place</source>
        <translation>Lugar habitual</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>Elegir: {name}</translation>
    </message>
    <message>
        <source>{name}: the usual place</source>
        <translation>{name}: el lugar habitual</translation>
    </message>
    <message>
        <source>This frame</source>
        <translation>Este fotograma</translation>
    </message>
    <message>
        <source>State of this frame</source>
        <translation>Estado de este fotograma</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>de {length}</translation>
    </message>
    <message>
        <source>Rough picture, as filmed</source>
        <translation>Imagen provisional, como se filmó</translation>
    </message>
    <message>
        <source>Fit {size}</source>
        <translation>Ajustada {size}</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Tamaño de la imagen</translation>
    </message>
    <message>
        <source>This frame is shown as filmed</source>
        <translation>Este fotograma se muestra como se filmó</translation>
    </message>
    <message>
        <source>⚠ This frame stays as filmed: {reasons}</source>
        <translation>⚠ Este fotograma queda como se filmó: {reasons}</translation>
    </message>
    <message>
        <source>This frame is dubbed</source>
        <translation>Este fotograma está doblado</translation>
    </message>
    <message>
        <source>This frame stays as filmed, as chosen</source>
        <translation>Este fotograma queda como se filmó, según lo elegido</translation>
    </message>
    <message>
        <source>This frame stays as filmed: nobody speaks</source>
        <translation>Este fotograma queda como se filmó: nadie habla</translation>
    </message>
    <message>
        <source>This frame stays as filmed: no voice here</source>
        <translation>Este fotograma queda como se filmó: aquí no hay voz</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Código de tiempo</translation>
    </message>
    <message>
        <source>Type a time, then Enter: 12.5, 1:02.5 or 00:00:12:10 (G)</source>
        <translation>Escriba un tiempo y pulse Intro: 12.5, 1:02.5 o 00:00:12:10 (G)</translation>
    </message>
    <message>
        <source>Add the voice</source>
        <translation>Añadir la voz</translation>
    </message>
    <message>
        <source>Any sound or film: what is said there, the mouth will say.</source>
        <translation>Cualquier sonido o película: lo que se dice ahí lo dirá la boca.</translation>
    </message>
    <message>
        <source>Add the film</source>
        <translation>Añadir la película</translation>
    </message>
    <message>
        <source>The clip with the person who is to speak.</source>
        <translation>El clip con la persona que ha de hablar.</translation>
    </message>
    <message>
        <source>Dub a film</source>
        <translation>Doblar una película</translation>
    </message>
    <message>
        <source>Drop a film and a voice here, or choose them. The mouth in the film follows the voice.</source>
        <translation>Suelte aquí una película y una voz, o elíjalas. La boca de la película sigue la voz.</translation>
    </message>
    <message>
        <source>{name} is ready and waits for its film.</source>
        <translation>{name} está lista y espera su película.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>Open project {name}</source>
        <translation>Abrir el proyecto {name}</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Elegir …</translation>
    </message>
    <message>
        <source>{title}: choose a file</source>
        <translation>{title}: elegir un archivo</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Cambiar …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Warning of a level that is too high</source>
        <translation>Aviso de nivel demasiado alto</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>Cuenta atrás</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tomas</translation>
    </message>
    <message>
        <source>&amp;Use this take</source>
        <translation>&amp;Usar esta toma</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Use this take</source>
        <translation>Usar esta toma</translation>
    </message>
    <message>
        <source>Remove this take</source>
        <translation>Quitar esta toma</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>&amp;Micrófono</translation>
    </message>
    <message>
        <source>Rate this take {number} of {best}</source>
        <translation>Valorar esta toma con {number} de {best}</translation>
    </message>
    <message>
        <source>{number} of {best}; again to take the rating back</source>
        <translation>{number} de {best}; otra vez para quitar la valoración</translation>
    </message>
    <message>
        <source>Three beeps, then speak. Use headphones. Space or R ends the take.</source>
        <translation>Tres pitidos y hable. Use auriculares. Espacio o R termina la toma.</translation>
    </message>
    <message>
        <source>Records from the playhead on, or between in and out.</source>
        <translation>Graba desde el cabezal, o entre entrada y salida.</translation>
    </message>
    <message>
        <source>⚠ Too loud: it is distorted. Turn the microphone down.</source>
        <translation>⚠ Demasiado alto: distorsiona. Baje el micrófono.</translation>
    </message>
    <message>
        <source>● Speak</source>
        <translation>● Hable</translation>
    </message>
    <message>
        <source>Use take</source>
        <translation>Usar toma</translation>
    </message>
    <message>
        <source>Remove take</source>
        <translation>Quitar toma</translation>
    </message>
    <message>
        <source>Rate take</source>
        <translation>Valorar toma</translation>
    </message>
    <message>
        <source>About these weights</source>
        <translation>Acerca de estos pesos</translation>
    </message>
    <message>
        <source>&amp;Get …</source>
        <translation>&amp;Obtener …</translation>
    </message>
    <message>
        <source>Get these weights</source>
        <translation>Obtener estos pesos</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Verificar</translation>
    </message>
    <message>
        <source>Verify these weights</source>
        <translation>Verificar estos pesos</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>&amp;Quitar …</translation>
    </message>
    <message>
        <source>Remove these weights</source>
        <translation>Quitar estos pesos</translation>
    </message>
    <message>
        <source>Get &amp;all of MuseTalk …</source>
        <translation>Obtener &amp;todos los de MuseTalk …</translation>
    </message>
    <message>
        <source>Get all weights of MuseTalk</source>
        <translation>Obtener todos los pesos de MuseTalk</translation>
    </message>
    <message>
        <source>&amp;Import a folder …</source>
        <translation>&amp;Importar una carpeta …</translation>
    </message>
    <message>
        <source>Import weights from a folder</source>
        <translation>Importar pesos de una carpeta</translation>
    </message>
    <message>
        <source>Getting {name}</source>
        <translation>Obteniendo {name}</translation>
    </message>
    <message>
        <source>&amp;Go on …</source>
        <translation>&amp;Continuar …</translation>
    </message>
    <message>
        <source>MuseTalk</source>
        <translation>MuseTalk</translation>
    </message>
    <message>
        <source>Verifying {name}</source>
        <translation>Verificando {name}</translation>
    </message>
    <message>
        <source>Remove “{title}” from this machine?</source>
        <translation>¿Quitar «{title}» de este equipo?</translation>
    </message>
    <message>
        <source>Remove weights</source>
        <translation>Quitar pesos</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Removing {name}</source>
        <translation>Quitando {name}</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Importando {name}</translation>
    </message>
    <message>
        <source>{name} is here and whole.</source>
        <translation>{name} está aquí y completo.</translation>
    </message>
    <message>
        <source>Get or import them anew; until then they are not used.</source>
        <translation>Obténgalos o impórtelos de nuevo; hasta entonces no se usan.</translation>
    </message>
    <message>
        <source>{name} is whole: every byte is as it must be.</source>
        <translation>{name} está completo: cada byte es como debe ser.</translation>
    </message>
    <message>
        <source>Used where they lie from now on: {names}.</source>
        <translation>Desde ahora se usan donde están: {names}.</translation>
    </message>
    <message>
        <source>The built-in engine brings its own. What others have made is fetched when you ask.</source>
        <translation>El motor integrado trae los suyos. Lo que han hecho otros se obtiene cuando usted lo pide.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Grow or shrink</source>
        <translation>Expandir o contraer</translation>
    </message>
    <message>
        <source>How far the mask&apos;s edge is moved outwards, or inwards below 0.</source>
        <translation>Cuánto se mueve hacia fuera el borde de la máscara; por debajo de 0, hacia dentro.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Face box</source>
        <translation>Recuadro del rostro</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>No se muestra</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>Sobre la imagen</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Sola</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>Mostrar máscara</translation>
    </message>
    <message>
        <source>What is seen of the mask on the picture</source>
        <translation>Qué se ve de la máscara en la imagen</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>What the pointer does on the picture: the brush adds to the mask, the eraser takes from it</source>
        <translation>Qué hace el puntero en la imagen: el pincel añade a la máscara, el borrador le quita</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Radius of the brush as a share of the face ([ and ])</source>
        <translation>Radio del pincel como fracción del rostro ([ y ])</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Suavidad</translation>
    </message>
    <message>
        <source>How much of the brush fades</source>
        <translation>Cuánto del pincel se difumina</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pincel más pequeño</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pincel más grande</translation>
    </message>
    <message>
        <source>Keyframe of {name} in this frame</source>
        <translation>Fotograma clave de {name} en este fotograma</translation>
    </message>
    <message>
        <source>Set or remove a keyframe of {name} in this frame</source>
        <translation>Poner o quitar un fotograma clave de {name} en este fotograma</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>En el tiempo</translation>
    </message>
    <message>
        <source>Forget correction in this frame</source>
        <translation>Olvidar la corrección de este fotograma</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>As filmed</source>
        <translation>Como se filmó</translation>
    </message>
    <message>
        <source>In the whole clip</source>
        <translation>En todo el clip</translation>
    </message>
    <message>
        <source>Between in and out</source>
        <translation>Entre entrada y salida</translation>
    </message>
    <message>
        <source>In this frame; set in and out for more</source>
        <translation>En este fotograma; marque entrada y salida para más</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>every engine</source>
        <translation>todos los motores</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>integrado</translation>
    </message>
    <message>
        <source>lip sync</source>
        <translation>sincronía labial</translation>
    </message>
    <message>
        <source>{engine}, if chosen</source>
        <translation>{engine}, si se elige</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>gone from its folder</source>
        <translation>ya no está en su carpeta</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>begun, {share} %</source>
        <translation>empezado, {share} %</translation>
    </message>
    <message>
        <source>part of Dubwright</source>
        <translation>parte de Dubwright</translation>
    </message>
    <message>
        <source>Lies in {folder}</source>
        <translation>Está en {folder}</translation>
    </message>
    <message>
        <source>They are only forgotten: the files in their folder stay as they are.</source>
        <translation>Solo se olvidan: los archivos de su carpeta quedan como están.</translation>
    </message>
    <message>
        <source>The files are deleted; they can be fetched again.</source>
        <translation>Los archivos se borran; se pueden volver a obtener.</translation>
    </message>
    <message>
        <source>Mixing the sound</source>
        <translation>Mezclando el sonido</translation>
    </message>
    <message>
        <source>{failure} The film plays without sound.</source>
        <translation>{failure} La película se reproduce sin sonido.</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Analizando {name}</translation>
    </message>
    <message>
        <source>Preparing the voice</source>
        <translation>Preparando la voz</translation>
    </message>
    <message>
        <source>Record take</source>
        <translation>Grabar toma</translation>
    </message>
    <message>
        <source>No problem was found in this film.</source>
        <translation>No se encontró ningún problema en esta película.</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Quitar marcador</translation>
    </message>
    <message>
        <source>Set marker</source>
        <translation>Poner marcador</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Words of the window; holds from the next start on.</source>
        <translation>Idioma de la ventana; vale desde el próximo inicio.</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>Como en el escritorio</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Dark, light, or as the desktop has it.</source>
        <translation>Oscuros, claros o como en el escritorio.</translation>
    </message>
    <message>
        <source>Memory for finished frames</source>
        <translation>Memoria para fotogramas listos</translation>
    </message>
    <message>
        <source>Frames kept round the playhead, so that looking at them again costs nothing; 0 leaves it to Dubwright.</source>
        <translation>Fotogramas que se guardan en torno al cabezal para volver a verlos sin coste; con 0 decide Dubwright.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Seconds, with a beep each, that the picture rolls before you speak.</source>
        <translation>Segundos, cada uno con un pitido, que corre la imagen antes de hablar.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Post-roll</source>
        <translation>Posrodaje</translation>
    </message>
    <message>
        <source>Seconds that are recorded after the out point.</source>
        <translation>Segundos que se graban tras el punto de salida.</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>Carpeta de caché</translation>
    </message>
    <message>
        <source>Where analyses, waveforms and finished mouths lie that can be made again; holds from the next start on.</source>
        <translation>Aquí están los análisis, las formas de onda y las bocas terminadas, que se pueden volver a generar; vale a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Largest cache</source>
        <translation>Tamaño máximo</translation>
    </message>
    <message>
        <source>What was used longest ago goes first, never what is in use; holds as soon as this page is closed.</source>
        <translation>Primero se quita lo que hace más tiempo que no se usa, nunca lo que está en uso; vale en cuanto se cierra esta página.</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>The loudspeaker is gone.</source>
        <translation>El altavoz ya no está.</translation>
    </message>
    <message>
        <source>Plug it in again, then play again.</source>
        <translation>Conéctelo de nuevo y vuelva a reproducir.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Film sound</source>
        <translation>Sonido original</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>Labios</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Part of the film that is seen</source>
        <translation>Parte visible de la película</translation>
    </message>
    <message>
        <source>They are looked for …</source>
        <translation>Se están buscando …</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} fotogramas</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>No se encontró ninguno.</translation>
    </message>
    <message>
        <source>They are looked for where a voice is.</source>
        <translation>Se buscan donde hay una voz.</translation>
    </message>
    <message>
        <source>Move voice</source>
        <translation>Mover voz</translation>
    </message>
    <message>
        <source>Move clip</source>
        <translation>Mover clip</translation>
    </message>
    <message>
        <source>Trim clip</source>
        <translation>Recortar clip</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>Mover fotograma clave</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Voice from {time} on</source>
        <translation>Voz desde {time}</translation>
    </message>
    <message>
        <source>the clip to dub</source>
        <translation>el clip que se dobla</translation>
    </message>
    <message>
        <source>what is to be said</source>
        <translation>lo que se va a decir</translation>
    </message>
    <message>
        <source>Drop a film on the left, a voice on the right</source>
        <translation>Suelte una película a la izquierda, una voz a la derecha</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Progreso de {name}</translation>
    </message>
    <message>
        <source>Newest picture of {name}</source>
        <translation>Última imagen de {name}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Frames that stay as filmed</source>
        <translation>Fotogramas que quedan como se filmaron</translation>
    </message>
    <message>
        <source>Frames that stay …</source>
        <translation>Fotogramas sin doblar …</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Deteniendo …</translation>
    </message>
    <message>
        <source>{count} dubbed</source>
        <translation>{count} doblados</translation>
    </message>
    <message>
        <source>{count} without speech</source>
        <translation>{count} sin habla</translation>
    </message>
    <message>
        <source>{count} could not be dubbed and stay as filmed</source>
        <translation>{count} no se pudieron doblar y quedan como se filmaron</translation>
    </message>
    <message>
        <source>nothing left out</source>
        <translation>nada omitido</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopped; nothing was written</source>
        <translation>Detenido; no se escribió nada</translation>
    </message>
    <message>
        <source>Begins …</source>
        <translation>Empieza …</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 fotograma</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Cerrar mensaje</translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Error: </translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>Nota: </translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Cabezal de reproducción</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>Trabajando …</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} de {total:,}</translation>
    </message>
    <message>
        <source>{words} · {left} left</source>
        <translation>{words} · quedan {left}</translation>
    </message>
    <message>
        <source>Waiting …</source>
        <translation>En espera …</translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation>Progreso de {title}</translation>
    </message>
    <message>
        <source>Newest picture of {title}</source>
        <translation>Última imagen de {title}</translation>
    </message>
    <message>
        <source>Cancel {title}</source>
        <translation>Cancelar {title}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>Difference, 4 times as large</source>
        <translation>Diferencia, 4 veces mayor</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>punto de control</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>comprobaciones</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>comparando</translation>
    </message>
    <message>
        <source>data</source>
        <translation>datos</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>demo</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>rostros</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>obtenido</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>obteniendo</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>film</source>
        <translation>película</translation>
    </message>
    <message>
        <source>films to compare</source>
        <translation>películas para comparar</translation>
    </message>
    <message>
        <source>formats</source>
        <translation>formatos</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>fotogramas</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>sincronía</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en directo</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>equipo</translation>
    </message>
    <message>
        <source>microphones</source>
        <translation>micrófonos</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>redes</translation>
    </message>
    <message>
        <source>other tracks</source>
        <translation>otras pistas</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>plain loop</source>
        <translation>bucle simple</translation>
    </message>
    <message>
        <source>portraits</source>
        <translation>retratos</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>problemas</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>leyendo</translation>
    </message>
    <message>
        <source>reading sound</source>
        <translation>leyendo el sonido</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabación</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>sonido</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>steadying</source>
        <translation>estabilizando</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>línea de tiempo</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>verificando</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>voz</translation>
    </message>
    <message>
        <source>ways to run</source>
        <translation>formas de ejecutar</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>sin rostro</translation>
    </message>
    <message>
        <source>face uncertain</source>
        <translation>rostro dudoso</translation>
    </message>
    <message>
        <source>face jumps</source>
        <translation>el rostro salta</translation>
    </message>
    <message>
        <source>mouth outside the picture</source>
        <translation>boca fuera de la imagen</translation>
    </message>
    <message>
        <source>head turned too far</source>
        <translation>cabeza demasiado girada</translation>
    </message>
    <message>
        <source>face larger than the engine paints</source>
        <translation>rostro mayor de lo que pinta el motor</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>sin sincronía</translation>
    </message>
    <message>
        <source>the network gave no picture</source>
        <translation>la red no dio ninguna imagen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>Quitar fotograma clave</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Clear strokes</source>
        <translation>Borrar trazos</translation>
    </message>
    <message>
        <source>Move face box</source>
        <translation>Mover recuadro del rostro</translation>
    </message>
    <message>
        <source>Resize face box</source>
        <translation>Cambiar tamaño del recuadro del rostro</translation>
    </message>
    <message>
        <source>Move landmark</source>
        <translation>Mover punto de referencia</translation>
    </message>
    <message>
        <source>Forget correction</source>
        <translation>Olvidar la corrección</translation>
    </message>
    <message>
        <source>Use the original here</source>
        <translation>Usar aquí el original</translation>
    </message>
    <message>
        <source>Use the dub here</source>
        <translation>Usar aquí el doblaje</translation>
    </message>
    <message>
        <source>Set keyframe</source>
        <translation>Poner fotograma clave</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Face prepared</source>
        <translation>Rostro preparado</translation>
    </message>
    <message>
        <source>Mouth made</source>
        <translation>Boca generada</translation>
    </message>
    <message>
        <source>Face parsed</source>
        <translation>Rostro segmentado</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>Superpuesto</translation>
    </message>
    <message>
        <source>As filmed: nobody speaks</source>
        <translation>Como se filmó: nadie habla</translation>
    </message>
    <message>
        <source>⚠ As filmed: {reason}</source>
        <translation>⚠ Como se filmó: {reason}</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Here you see how the frame at the playhead was dubbed, once it is ready.</source>
        <translation>Aquí se ve cómo se dobló el fotograma del cabezal, en cuanto esté listo.</translation>
    </message>
    <message>
        <source>No voice is on this frame.</source>
        <translation>En este fotograma no hay voz.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Rostro {number}</translation>
    </message>
    <message>
        <source>Crop in</source>
        <translation>Recorte de entrada</translation>
    </message>
    <message>
        <source>Crop out</source>
        <translation>Recorte de salida</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Puntos de referencia</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Head turned</source>
        <translation>Giro de la cabeza</translation>
    </message>
    <message>
        <source>Colour at the seam</source>
        <translation>Color en la unión</translation>
    </message>
    <message>
        <source>{after:.1f} levels ({before:.1f} before matching)</source>
        <translation>{after:.1f} niveles ({before:.1f} antes de igualar)</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recorte</translation>
    </message>
    <message>
        <source>Time by stage</source>
        <translation>Tiempo por etapa</translation>
    </message>
    <message>
        <source>What was remembered from before takes no time.</source>
        <translation>Lo recordado de antes no cuesta tiempo.</translation>
    </message>
    <message>
        <source>Mask on the picture</source>
        <translation>Máscara en la imagen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go to the state after it.</source>
        <translation>Haga clic en un paso, o pulse Intro sobre él, para ir al estado posterior.</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Como se abrió</translation>
    </message>
    <message>
        <source>{step}, taken back</source>
        <translation>{step}, deshecho</translation>
    </message>
    <message>
        <source>{step}, present state</source>
        <translation>{step}, estado actual</translation>
    </message>
    <message>
        <source>New better: {new}. Old better: {old}. Alike: {equal}.</source>
        <translation>Mejor lo nuevo: {new}. Mejor lo anterior: {old}. Iguales: {equal}.</translation>
    </message>
    <message>
        <source>Somebody who only guesses gets a result this uneven, or more so, {often}.</source>
        <translation>Quien solo adivina obtiene un resultado así de desigual, o más, {often}.</translation>
    </message>
    <message>
        <source>You prefer the new one.</source>
        <translation>Prefiere lo nuevo.</translation>
    </message>
    <message>
        <source>You prefer the old one.</source>
        <translation>Prefiere lo anterior.</translation>
    </message>
    <message>
        <source>nearly always</source>
        <translation>casi siempre</translation>
    </message>
    <message>
        <source>{count} times of 100</source>
        <translation>{count} veces de cada 100</translation>
    </message>
    <message>
        <source>{count} times of 1000</source>
        <translation>{count} veces de cada 1000</translation>
    </message>
    <message>
        <source>Compare blindly</source>
        <translation>Comparar a ciegas</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Imagen izquierda</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Imagen derecha</translation>
    </message>
    <message>
        <source>← Left is better</source>
        <translation>← La izquierda es mejor</translation>
    </message>
    <message>
        <source>= They look alike</source>
        <translation>= Se ven iguales</translation>
    </message>
    <message>
        <source>Right is better →</source>
        <translation>La derecha es mejor →</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>Volver una</translation>
    </message>
    <message>
        <source>What you chose, film by film</source>
        <translation>Lo que eligió, película por película</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Which was which</source>
        <translation>Cuál era cuál</translation>
    </message>
    <message>
        <source>Both say the same. Which mouth fits the voice better, and looks more real?</source>
        <translation>Ambas dicen lo mismo. ¿Qué boca encaja mejor con la voz y parece más real?</translation>
    </message>
    <message>
        <source>Keys: Left, Right, = if alike, Backspace for one back. At the end you see which was which.</source>
        <translation>Teclas: Izquierda, Derecha, = si son iguales, Retroceso para volver una. Al final verá cuál era cuál.</translation>
    </message>
    <message>
        <source>Film {name}: they looked alike</source>
        <translation>Película {name}: se veían iguales</translation>
    </message>
    <message>
        <source>Film {name}: you chose the new one</source>
        <translation>Película {name}: eligió lo nuevo</translation>
    </message>
    <message>
        <source>Film {name}: you chose the old one</source>
        <translation>Película {name}: eligió lo anterior</translation>
    </message>
    <message>
        <source>Clips of one person</source>
        <translation>Clips de una persona</translation>
    </message>
    <message>
        <source>By the memory</source>
        <translation>Según la memoria</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>La red entera</translation>
    </message>
    <message>
        <source>A small correction (LoRA)</source>
        <translation>Una pequeña corrección (LoRA)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Films can be dropped here.</source>
        <translation>Se pueden soltar películas aquí.</translation>
    </message>
    <message>
        <source>Add &amp;films …</source>
        <translation>Añadir &amp;películas …</translation>
    </message>
    <message>
        <source>Remove the chosen clips</source>
        <translation>Quitar los clips elegidos</translation>
    </message>
    <message>
        <source>Name of the new weights</source>
        <translation>Nombre de los nuevos pesos</translation>
    </message>
    <message>
        <source>letters, digits, dots, dashes</source>
        <translation>letras, cifras, puntos, guiones</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>The weights that are adapted; they stay as they are</source>
        <translation>Los pesos que se adaptan; ellos quedan como están</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>What is learned: the whole network, or a small correction of it</source>
        <translation>Qué se aprende: la red entera o una pequeña corrección de ella</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>How much of the film is kept back, to see whether it helped</source>
        <translation>Cuánto de la película se reserva para ver si ha ayudado</translation>
    </message>
    <message>
        <source>{share} % of the film</source>
        <translation>{share} % de la película</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>Check the clips and this machine</source>
        <translation>Comprobar los clips y este equipo</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>Detener el entrenamiento</translation>
    </message>
    <message>
        <source>What the training does</source>
        <translation>Qué hace el entrenamiento</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Progreso del entrenamiento</translation>
    </message>
    <message>
        <source>What can be learned from, clip by clip</source>
        <translation>De qué se puede aprender, clip por clip</translation>
    </message>
    <message>
        <source>The engine gives its memory back; other work that runs is finished first.</source>
        <translation>El motor devuelve su memoria; antes termina el trabajo que esté en curso.</translation>
    </message>
    <message>
        <source>Saving what was learned …</source>
        <translation>Guardando lo aprendido …</translation>
    </message>
    <message>
        <source>The engine&apos;s memory is lent to the training: new frames are shown as filmed.</source>
        <translation>La memoria del motor está prestada al entrenamiento: los fotogramas nuevos se muestran como se filmaron.</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>Re&amp;anudar</translation>
    </message>
    <message>
        <source>Resume the training</source>
        <translation>Reanudar el entrenamiento</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>Iniciar el entrenamiento</translation>
    </message>
    <message>
        <source>Use the new weights</source>
        <translation>Usar los nuevos pesos</translation>
    </message>
    <message>
        <source>A minute or more of one person who faces the camera and speaks, with its own sound.</source>
        <translation>Un minuto o más de una persona que mira a la cámara y habla, con su propio sonido.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Difference from the film</source>
        <translation>Diferencia con la película</translation>
    </message>
    <message>
        <source>Held-out samples</source>
        <translation>Muestras reservadas</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>Nuevos pesos</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Figures before and after</source>
        <translation>Cifras antes y después</translation>
    </message>
    <message>
        <source>&amp;Use the new weights</source>
        <translation>&amp;Usar los nuevos pesos</translation>
    </message>
    <message>
        <source>Compare &amp;blindly …</source>
        <translation>Comparar a &amp;ciegas …</translation>
    </message>
    <message>
        <source>Measured on {seconds} held-out seconds; bounds hold 95 times of 100.</source>
        <translation>Medido en {seconds} segundos reservados; los límites valen 95 veces de cada 100.</translation>
    </message>
    <message>
        <source>Mouth and voice were not compared here yet. It is done while nothing else is asked.</source>
        <translation>Aquí aún no se han comparado la boca y la voz. Se hace mientras no se pide otra cosa.</translation>
    </message>
    <message>
        <source>Is the mouth in step with the voice? Measured in the finished picture: how the opening of the mouth that is seen follows the voice that is heard, in stretches of some seconds. ✓ in step, ⚠ late or early, ✕ the mouth does something else, ? too little to tell.</source>
        <translation>¿Va la boca al compás de la voz? Se mide en la imagen acabada: cómo sigue la abertura de la boca que se ve a la voz que se oye, en tramos de unos segundos. ✓ en sincronía, ⚠ tarde o pronto, ✕ la boca hace otra cosa, ? demasiado poco para saberlo.</translation>
    </message>
    <message>
        <source>The voice speaks and the mouth does not move.</source>
        <translation>La voz habla y la boca no se mueve.</translation>
    </message>
    <message>
        <source>The mouth is {seconds:.2f} s late.</source>
        <translation>La boca va {seconds:.2f} s tarde.</translation>
    </message>
    <message>
        <source>The mouth is {seconds:.2f} s early.</source>
        <translation>La boca va {seconds:.2f} s pronto.</translation>
    </message>
    <message>
        <source>Mouth and voice are in step.</source>
        <translation>La boca y la voz van al compás.</translation>
    </message>
    <message>
        <source>The mouth does something else than the voice says.</source>
        <translation>La boca hace otra cosa que lo que dice la voz.</translation>
    </message>
    <message>
        <source>Too little is spoken or seen here to tell whether mouth and voice are in step.</source>
        <translation>Aquí se habla o se ve demasiado poco para saber si la boca y la voz van al compás.</translation>
    </message>
    <message>
        <source>dubbed mouth</source>
        <translation>boca doblada</translation>
    </message>
    <message>
        <source>mouth as filmed</source>
        <translation>boca como se filmó</translation>
    </message>
    <message>
        <source>{whose}, {seconds:.1f} s of speech, correlation {r:.2f}, lag {lag:+.2f} s</source>
        <translation>{whose}, {seconds:.1f} s de habla, correlación {r:.2f}, desfase {lag:+.2f} s</translation>
    </message>
    <message>
        <source>the opening of the lips</source>
        <translation>apertura de los labios</translation>
    </message>
    <message>
        <source>the opening of the lips and your own small network</source>
        <translation>apertura de los labios y su propia red pequeña</translation>
    </message>
    <message>
        <source>SyncNet</source>
        <translation>SyncNet</translation>
    </message>
    <message>
        <source>“{name}” was begun with other clips, weights or settings.</source>
        <translation>«{name}» se empezó con otros clips, pesos o ajustes.</translation>
    </message>
    <message>
        <source>Choose another name, or all as it was to go on.</source>
        <translation>Elija otro nombre, o todo como estaba para continuar.</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>Detenido antes de empezar.</translation>
    </message>
    <message>
        <source>The training waits for other work</source>
        <translation>El entrenamiento espera a otro trabajo</translation>
    </message>
    <message>
        <source>The weights “{name}” are there.</source>
        <translation>Los pesos «{name}» están listos.</translation>
    </message>
    <message>
        <source>The clips can be learned from.</source>
        <translation>Se puede aprender de los clips.</translation>
    </message>
    <message>
        <source>The training program cannot be started: {program}.</source>
        <translation>No se puede iniciar el programa de entrenamiento: {program}.</translation>
    </message>
    <message>
        <source>Install Dubwright again, then start once more.</source>
        <translation>Instale Dubwright de nuevo y vuelva a empezar.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly: it was ended from outside, or memory ran out.</source>
        <translation>El entrenamiento terminó de forma inesperada: lo cerraron desde fuera o se agotó la memoria.</translation>
    </message>
    <message>
        <source>The training ended by a defect: {last}</source>
        <translation>El entrenamiento terminó por un defecto: {last}</translation>
    </message>
    <message>
        <source>Start again; clips that were looked at are remembered.</source>
        <translation>Empiece de nuevo; los clips ya examinados se recuerdan.</translation>
    </message>
    <message>
        <source>Resume goes on from what was saved last. Close other programs if memory is short.</source>
        <translation>«Reanudar» continúa desde lo último guardado. Cierre otros programas si falta memoria.</translation>
    </message>
    <message>
        <source>Stopped after step {step}; Resume goes on.</source>
        <translation>Detenido tras el paso {step}; «Reanudar» continúa.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>What is trained cannot be noted.</source>
        <translation>No se puede anotar lo que se entrena.</translation>
    </message>
    <message>
        <source>The films to compare are not there any more.</source>
        <translation>Las películas para comparar ya no están.</translation>
    </message>
    <message>
        <source>shorter than {a} s</source>
        <translation>más corto que {a} s</translation>
    </message>
    <message>
        <source>{a} people are seen</source>
        <translation>se ven {a} personas</translation>
    </message>
    <message>
        <source>the face is {a} pixels wide, less than {b}</source>
        <translation>la cara mide {a} píxeles de ancho, menos de {b}</translation>
    </message>
    <message>
        <source>blurred (sharpness {a})</source>
        <translation>borroso (nitidez {a})</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>sin sonido</translation>
    </message>
    <message>
        <source>somebody speaks in {a} of it only</source>
        <translation>solo se habla en {a} de él</translation>
    </message>
    <message>
        <source>the mouth does not move, or too little is spoken to tell</source>
        <translation>la boca no se mueve, o se habla demasiado poco para saberlo</translation>
    </message>
    <message>
        <source>lips and sound do not belong together (confidence {a})</source>
        <translation>los labios y el sonido no se corresponden (confianza {a})</translation>
    </message>
    <message>
        <source>the lips are {a} s too late</source>
        <translation>los labios van {a} s tarde</translation>
    </message>
    <message>
        <source>the lips are {a} s too early</source>
        <translation>los labios van {a} s adelantados</translation>
    </message>
    <message>
        <source>no face is seen in it</source>
        <translation>no se ve ninguna cara</translation>
    </message>
    <message>
        <source>The perceptual loss is left out: its network is not here.</source>
        <translation>La pérdida perceptual se omite: su red no está aquí.</translation>
    </message>
    <message>
        <source>The last {a} seconds are held out for the proof.</source>
        <translation>Los últimos {a} segundos se reservan para la prueba.</translation>
    </message>
    <message>
        <source>Memory is short: a small correction of the weights is learned (LoRA).</source>
        <translation>Falta memoria: se aprende una pequeña corrección de los pesos (LoRA).</translation>
    </message>
    <message>
        <source>Not enough: {a} seconds can be learned from, {b} are the least.</source>
        <translation>No basta: se puede aprender de {a} segundos; {b} son el mínimo.</translation>
    </message>
    <message>
        <source>Use sharp film of one person who faces the camera and speaks, with its own sound; a minute or more.</source>
        <translation>Use película nítida de una persona que mire a la cámara y hable, con su propio sonido; un minuto o más.</translation>
    </message>
    <message>
        <source>{a} seconds of film are too few to hold any of it out.</source>
        <translation>{a} segundos de película son muy pocos para reservar una parte.</translation>
    </message>
    <message>
        <source>Use a minute of film or more.</source>
        <translation>Use un minuto de película o más.</translation>
    </message>
    <message>
        <source>There are weights called “{a}” already.</source>
        <translation>Ya hay pesos llamados «{a}».</translation>
    </message>
    <message>
        <source>Choose another name; none is overwritten.</source>
        <translation>Elija otro nombre; nada se sobrescribe.</translation>
    </message>
    <message>
        <source>About {a} GB of memory are needed; {b} GB are free.</source>
        <translation>Hacen falta unos {a} GB de memoria; hay {b} GB libres.</translation>
    </message>
    <message>
        <source>Close other programs, or train on a machine with more memory.</source>
        <translation>Cierre otros programas o entrene en un equipo con más memoria.</translation>
    </message>
    <message>
        <source>Better: nearer to the film, heeding the voice, and nothing became worse.</source>
        <translation>Mejor: más cerca de la película, atento a la voz, y nada empeoró.</translation>
    </message>
    <message>
        <source>Worse: at least one figure became worse, beyond chance.</source>
        <translation>Peor: al menos una cifra empeoró, más allá del azar.</translation>
    </message>
    <message>
        <source>No difference: what changed could be chance, or is too little to be seen.</source>
        <translation>Sin diferencia: lo que cambió puede ser azar o es demasiado poco para verse.</translation>
    </message>
    <message>
        <source>Use the new weights where this person speaks.</source>
        <translation>Use los nuevos pesos donde hable esta persona.</translation>
    </message>
    <message>
        <source>Stay with the base. More, or sharper, film of this person may help.</source>
        <translation>Quédese con la base. Más película de esta persona, o más nítida, puede ayudar.</translation>
    </message>
    <message>
        <source>Stay with the base. More film of this person may help.</source>
        <translation>Quédese con la base. Más película de esta persona puede ayudar.</translation>
    </message>
    <message>
        <source>Lips opened too far, or not far enough</source>
        <translation>Labios demasiado o demasiado poco abiertos</translation>
    </message>
    <message>
        <source>Detail lost at the mouth</source>
        <translation>Detalle perdido en la boca</translation>
    </message>
    <message>
        <source>Heed of the voice</source>
        <translation>Atención a la voz</translation>
    </message>
    <message>
        <source>✓ {times}  kept</source>
        <translation>✓ {times}  se conserva</translation>
    </message>
    <message>
        <source>✗ {times}  left out: {reasons}</source>
        <translation>✗ {times}  se omite: {reasons}</translation>
    </message>
    <message>
        <source>✗ cannot be used: {reason}</source>
        <translation>✗ no se puede usar: {reason}</translation>
    </message>
    <message>
        <source>{seconds:.0f} seconds can be learned from.</source>
        <translation>Se puede aprender de {seconds:.0f} segundos.</translation>
    </message>
    <message>
        <source>Not enough: {seconds:.0f} seconds can be learned from, {least:.0f} are the least.</source>
        <translation>No basta: se puede aprender de {seconds:.0f} segundos; {least:.0f} son el mínimo.</translation>
    </message>
    <message>
        <source>About {time} for {steps} steps, {memory:.1f} GB of memory; {free:.1f} GB are free.</source>
        <translation>Unos {time} para {steps} pasos, {memory:.1f} GB de memoria; hay {free:.1f} GB libres.</translation>
    </message>
    <message>
        <source>{title}: not measured.</source>
        <translation>{title}: no medido.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after; measured once only.</source>
        <translation>{title}: antes {before:.3f}, después {after:.3f}; medido una sola vez.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – better by {low:.3f} to {high:.3f}.</source>
        <translation>{title}: antes {before:.3f}, después {after:.3f}; mejor en {low:.3f} a {high:.3f}.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – worse by {low:.3f} to {high:.3f}.</source>
        <translation>{title}: antes {before:.3f}, después {after:.3f}; peor en {low:.3f} a {high:.3f}.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – {low:.3f} better to {high:.3f} worse: may be chance.</source>
        <translation>{title}: antes {before:.3f}, después {after:.3f}; de {low:.3f} mejor a {high:.3f} peor: puede ser azar.</translation>
    </message>
    <message>
        <source>Difference from the film over the steps</source>
        <translation>Diferencia con la película a lo largo de los pasos</translation>
    </message>
    <message>
        <source>Newest values of the curves</source>
        <translation>Últimos valores de las curvas</translation>
    </message>
    <message>
        <source>━ learned from: {value:.4f} at step {step}</source>
        <translation>━ aprendido: {value:.4f} en el paso {step}</translation>
    </message>
    <message>
        <source>╍○ held out: {value:.4f} at step {step}</source>
        <translation>╍○ reservado: {value:.4f} en el paso {step}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Step of the samples</source>
        <translation>Paso de las muestras</translation>
    </message>
    <message>
        <source>Step {step}. From above: what was shown, a reference, what was painted, the film.</source>
        <translation>Paso {step}. Desde arriba: lo mostrado, una referencia, lo pintado, la película.</translation>
    </message>
    <message>
        <source>Place voice</source>
        <translation>Colocar voz</translation>
    </message>
    <message>
        <source>Cache now</source>
        <translation>Caché ahora</translation>
    </message>
    <message>
        <source>Room of the cache</source>
        <translation>Espacio de la caché</translation>
    </message>
    <message>
        <source>C&amp;lear …</source>
        <translation>&amp;Vaciar …</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>Vaciar la caché</translation>
    </message>
    <message>
        <source>Looking at the cache</source>
        <translation>Examinando la caché</translation>
    </message>
    <message>
        <source>{taken} of at most {limit}; {free} are free on this disk.</source>
        <translation>{taken} de un máximo de {limit}; quedan {free} libres en este disco.</translation>
    </message>
    <message>
        <source>Trainings keep {size} more there.</source>
        <translation>Los entrenamientos ocupan allí otros {size}.</translation>
    </message>
    <message>
        <source>There is no cache to look at.</source>
        <translation>No hay ninguna caché que examinar.</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>Vaciar la caché</translation>
    </message>
    <message>
        <source>Clear the cache?</source>
        <translation>¿Vaciar la caché?</translation>
    </message>
    <message>
        <source>Analyses, waveforms and finished mouths go; they are made again when needed, which takes time.</source>
        <translation>Se quitan los análisis, las formas de onda y las bocas terminadas; se vuelven a generar cuando hacen falta, lo que lleva tiempo.</translation>
    </message>
    <message>
        <source>Films, voices, takes, projects, weights, trainings and what is open or runs now stay.</source>
        <translation>Se conservan películas, voces, tomas, proyectos, pesos, entrenamientos y lo que ahora está abierto o en marcha.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clearing the cache</source>
        <translation>Vaciando la caché</translation>
    </message>
    <message>
        <source>{size} were removed.</source>
        <translation>Se han quitado {size}.</translation>
    </message>
    <message>
        <source>{size} stay, as they are in use.</source>
        <translation>{size} se conservan porque están en uso.</translation>
    </message>
    <message>
        <source>{size:.1f} GB</source>
        <translation>{size:.1f} GB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>Paneles</translation>
    </message>
</context>
</TS>
