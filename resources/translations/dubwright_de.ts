<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Wiederholen: {step}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>End the take</source>
        <translation>Take beenden</translation>
    </message>
    <message>
        <source>Record a take</source>
        <translation>Take aufnehmen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open film …</source>
        <translation>Film öffnen …</translation>
    </message>
    <message>
        <source>Import voice …</source>
        <translation>Stimme importieren …</translation>
    </message>
    <message>
        <source>Open project …</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Export film …</source>
        <translation>Film exportieren …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Remove voice</source>
        <translation>Stimme entfernen</translation>
    </message>
    <message>
        <source>Change keys …</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Dubbed</source>
        <translation>Synchronisiert</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischblende</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Wipe to the left</source>
        <translation>Wischblende nach links</translation>
    </message>
    <message>
        <source>Wipe to the right</source>
        <translation>Wischblende nach rechts</translation>
    </message>
    <message>
        <source>Picture closer</source>
        <translation>Bild vergrößern</translation>
    </message>
    <message>
        <source>Picture farther</source>
        <translation>Bild verkleinern</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Picture at 100 %</source>
        <translation>Bild mit 100 %</translation>
    </message>
    <message>
        <source>Picture: see its left</source>
        <translation>Bild: linken Teil zeigen</translation>
    </message>
    <message>
        <source>Picture: see its right</source>
        <translation>Bild: rechten Teil zeigen</translation>
    </message>
    <message>
        <source>Picture: see its top</source>
        <translation>Bild: oberen Teil zeigen</translation>
    </message>
    <message>
        <source>Picture: see its bottom</source>
        <translation>Bild: unteren Teil zeigen</translation>
    </message>
    <message>
        <source>Timeline closer</source>
        <translation>Timeline vergrößern</translation>
    </message>
    <message>
        <source>Timeline farther</source>
        <translation>Timeline verkleinern</translation>
    </message>
    <message>
        <source>All of the timeline</source>
        <translation>Ganze Timeline</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Farben des Desktops</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Play backwards, faster</source>
        <translation>Rückwärts abspielen, schneller</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Wiedergabe anhalten</translation>
    </message>
    <message>
        <source>Play forwards, faster</source>
        <translation>Vorwärts abspielen, schneller</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Back one second</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>Forward one second</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Previous edit, cut or marker</source>
        <translation>Vorheriger Schnitt oder Marker</translation>
    </message>
    <message>
        <source>Next edit, cut or marker</source>
        <translation>Nächster Schnitt oder Marker</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Vorheriges Problem</translation>
    </message>
    <message>
        <source>Go to timecode …</source>
        <translation>Gehe zu Timecode …</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Marke</translation>
    </message>
    <message>
        <source>Set in point</source>
        <translation>In-Punkt setzen</translation>
    </message>
    <message>
        <source>Set out point</source>
        <translation>Out-Punkt setzen</translation>
    </message>
    <message>
        <source>Clear in and out</source>
        <translation>In- und Out-Punkt löschen</translation>
    </message>
    <message>
        <source>Go to in point</source>
        <translation>Zum In-Punkt gehen</translation>
    </message>
    <message>
        <source>Go to out point</source>
        <translation>Zum Out-Punkt gehen</translation>
    </message>
    <message>
        <source>Set or remove marker</source>
        <translation>Marker setzen oder entfernen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>First steps …</source>
        <translation>Erste Schritte …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Weights …</source>
        <translation>Gewichte …</translation>
    </message>
    <message>
        <source>Check this machine …</source>
        <translation>Diesen Rechner prüfen …</translation>
    </message>
    <message>
        <source>Licences …</source>
        <translation>Lizenzen …</translation>
    </message>
    <message>
        <source>About Dubwright</source>
        <translation>Über Dubwright</translation>
    </message>
    <message>
        <source>Your project is saved.</source>
        <translation>Das Projekt ist gespeichert.</translation>
    </message>
    <message>
        <source>Your project was saved as {place}.</source>
        <translation>Das Projekt wurde als {place} gespeichert.</translation>
    </message>
    <message>
        <source>Your project could not be saved by itself: please try to save it now.</source>
        <translation>Das Projekt ließ sich nicht von selbst speichern: bitte jetzt speichern.</translation>
    </message>
    <message>
        <source>Some settings could not be read; the usual ones are used.</source>
        <translation>Einige Einstellungen waren nicht lesbar; dafür gelten die üblichen.</translation>
    </message>
    <message>
        <source>The cache lies at its usual place until then.</source>
        <translation>Bis dahin liegt der Zwischenspeicher am üblichen Ort.</translation>
    </message>
    <message>
        <source>a project that had not been saved</source>
        <translation>ein Projekt, das noch nicht gespeichert war</translation>
    </message>
    <message>
        <source>Save often, and see Help → Check this machine.</source>
        <translation>Oft speichern, und siehe Hilfe → Diesen Rechner prüfen.</translation>
    </message>
    <message>
        <source>Your work cannot be kept aside against a crash: {reason}</source>
        <translation>Die Arbeit kann nicht gegen einen Absturz gesichert werden: {reason}</translation>
    </message>
    <message>
        <source>What was recorded until the end is in the list of takes: {name}.</source>
        <translation>Was bis zuletzt aufgenommen wurde, steht in der Liste der Takes: {name}.</translation>
    </message>
    <message>
        <source>What had been kept aside is damaged: what could not be read is left out or as usual: {places}.</source>
        <translation>Was beiseitegelegt worden war, ist beschädigt. Weggelassen oder auf den üblichen Wert gesetzt ist, was nicht zu lesen war: {places}.</translation>
    </message>
    <message>
        <source>Look it over, then save it under another name; the damaged copy stays as {place}.</source>
        <translation>Sehen Sie es durch und speichern Sie es dann unter einem anderen Namen; die beschädigte Kopie bleibt als {place} erhalten.</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>{name} wird geöffnet</translation>
    </message>
    <message>
        <source>Looking for files that were moved</source>
        <translation>Verschobene Dateien werden gesucht</translation>
    </message>
    <message>
        <source>This cannot be done: {error}.</source>
        <translation>Das geht nicht: {error}.</translation>
    </message>
    <message>
        <source>this project</source>
        <translation>dieses Projekt</translation>
    </message>
    <message>
        <source>{name} is not open.</source>
        <translation>{name} ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open its project first.</source>
        <translation>Erst das Projekt dazu öffnen.</translation>
    </message>
    <message>
        <source>The settings cannot be saved.</source>
        <translation>Die Einstellungen können nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Film öffnen</translation>
    </message>
    <message>
        <source>Import voice</source>
        <translation>Stimme importieren</translation>
    </message>
    <message>
        <source>Replace voice</source>
        <translation>Stimme ersetzen</translation>
    </message>
    <message>
        <source>{name} is damaged: what could not be read there is left out or as usual: {places}.</source>
        <translation>{name} ist beschädigt. Weggelassen oder auf den üblichen Wert gesetzt ist, was dort nicht zu lesen war: {places}.</translation>
    </message>
    <message>
        <source>Look it over, then save it under another name; the damaged file stays as it is.</source>
        <translation>Sehen Sie es durch und speichern Sie es dann unter einem anderen Namen; die beschädigte Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Find moved files</source>
        <translation>Verschobene Dateien finden</translation>
    </message>
    <message>
        <source>Found where it was moved: {names}.</source>
        <translation>Am neuen Ort gefunden: {names}.</translation>
    </message>
    <message>
        <source>Put it beside the project and open that again, or choose another film or voice.</source>
        <translation>Neben das Projekt legen und dieses erneut öffnen, oder einen anderen Film oder eine andere Stimme wählen.</translation>
    </message>
    <message>
        <source>Not found: {names}.</source>
        <translation>Nicht gefunden: {names}.</translation>
    </message>
    <message>
        <source>Films ({films});;All files (*)</source>
        <translation>Filme ({films});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Sound and films ({endings});;All files (*)</source>
        <translation>Ton und Filme ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Dubwright projects (*{ending})</source>
        <translation>Dubwright-Projekte (*{ending})</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>Projekt speichern</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Film exportieren</translation>
    </message>
    <message>
        <source>Films (*{ending});;Other films (*.mp4 *.mov *.mkv)</source>
        <translation>Filme (*{ending});;Andere Filme (*.mp4 *.mov *.mkv)</translation>
    </message>
    <message>
        <source>An export was not finished the last time.</source>
        <translation>Ein Export wurde beim letzten Mal nicht fertig.</translation>
    </message>
    <message>
        <source>{count} exports were not finished the last time.</source>
        <translation>{count} Exporte wurden beim letzten Mal nicht fertig.</translation>
    </message>
    <message>
        <source>Choose Resume in the list of exports to go on, or remove them there.</source>
        <translation>In der Liste der Exporte „Fortsetzen“ wählen, oder sie dort entfernen.</translation>
    </message>
    <message>
        <source>An export to {name} is already in the list.</source>
        <translation>Ein Export nach {name} steht schon in der Liste.</translation>
    </message>
    <message>
        <source>Choose another file name, or stop that one.</source>
        <translation>Einen anderen Dateinamen wählen, oder jenen anhalten.</translation>
    </message>
    <message>
        <source>The export ended by a defect of Dubwright.</source>
        <translation>Der Export endete durch einen Fehler in Dubwright.</translation>
    </message>
    <message>
        <source>Try it again; the report tells more.</source>
        <translation>Noch einmal versuchen; der Bericht sagt mehr.</translation>
    </message>
    <message>
        <source>Dubwright</source>
        <translation>Dubwright</translation>
    </message>
    <message>
        <source>As in Premiere Pro</source>
        <translation>Wie in Premiere Pro</translation>
    </message>
    <message>
        <source>As in DaVinci Resolve</source>
        <translation>Wie in DaVinci Resolve</translation>
    </message>
    <message>
        <source>Looking for microphones</source>
        <translation>Mikrofone werden gesucht</translation>
    </message>
    <message>
        <source>Live: everything else waits</source>
        <translation>Live: alles andere wartet</translation>
    </message>
    <message>
        <source>Finishing the recording {name}</source>
        <translation>Aufnahme {name} wird fertiggestellt</translation>
    </message>
    <message>
        <source>A live recording that was cut off was finished: {place}.</source>
        <translation>Eine abgebrochene Live-Aufnahme wurde fertiggestellt: {place}.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes in “{name}”?</source>
        <translation>Die Änderungen in „{name}“ speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>A training runs</source>
        <translation>Ein Training läuft</translation>
    </message>
    <message>
        <source>“{name}” is still being trained.</source>
        <translation>„{name}“ wird noch trainiert.</translation>
    </message>
    <message>
        <source>Stopped, it is saved first, and goes on another time. That may take a minute.</source>
        <translation>Beim Anhalten wird es zuerst gesichert und geht ein andermal weiter. Das kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>&amp;Stop, save and leave</source>
        <translation>&amp;Anhalten, sichern und beenden</translation>
    </message>
    <message>
        <source>&amp;Keep the window</source>
        <translation>Fenster &amp;offen lassen</translation>
    </message>
    <message>
        <source>Dubwright ended unexpectedly while you worked on {name}.</source>
        <translation>Dubwright endete unerwartet während der Arbeit an {name}.</translation>
    </message>
    <message>
        <source>Recover your work</source>
        <translation>Arbeit wiederherstellen</translation>
    </message>
    <message>
        <source>It was kept at {when}. Do you want to go on with it? Otherwise it is thrown away.</source>
        <translation>Sie wurde um {when} gesichert. Damit weiterarbeiten? Sonst wird sie verworfen.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Your work is offered for recovery where there was any that was not saved.</source>
        <translation>Nicht gespeicherte Arbeit wird, wo es welche gab, zur Wiederherstellung angeboten.</translation>
    </message>
    <message>
        <source>Dubwright ended unexpectedly the last time.</source>
        <translation>Dubwright endete beim letzten Mal unerwartet.</translation>
    </message>
    <message>
        <source>Something went wrong that should not be possible.</source>
        <translation>Etwas ging schief, das nicht möglich sein sollte.</translation>
    </message>
    <message>
        <source>Dubwright has a defect</source>
        <translation>Dubwright hat einen Fehler</translation>
    </message>
    <message>
        <source>You can go on working. Please send the report below to those who look after Dubwright.</source>
        <translation>Die Arbeit kann weitergehen. Bitte den Bericht unten an die senden, die Dubwright pflegen.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Version and system</source>
        <translation>Version und System</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>&amp;Copy version</source>
        <translation>Version &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Licences …</source>
        <translation>&amp;Lizenzen …</translation>
    </message>
    <message>
        <source>Dub only faces and voices that you may use.</source>
        <translation>Nur Gesichter und Stimmen synchronisieren, die verwendet werden dürfen.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Einen Bestandteil oder eine Lizenz suchen</translation>
    </message>
    <message>
        <source>Parts of Dubwright</source>
        <translation>Bestandteile von Dubwright</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>It brings no text of its own.</source>
        <translation>Er bringt keinen eigenen Text mit.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The list of changes is not part of this installation.</source>
        <translation>Die Liste der Änderungen gehört nicht zu dieser Installation.</translation>
    </message>
    <message>
        <source>Check this machine</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy what was found</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Checking this machine</source>
        <translation>Dieser Rechner wird geprüft</translation>
    </message>
    <message>
        <source>Looking at: {what}</source>
        <translation>Geprüft wird: {what}</translation>
    </message>
    <message>
        <source>Dubwright cannot work here yet. Faults that stop it: {count}</source>
        <translation>Dubwright kann hier noch nicht arbeiten. Fehler, die es verhindern: {count}</translation>
    </message>
    <message>
        <source>Dubwright works. Things that could be better: {count}</source>
        <translation>Dubwright funktioniert. Was besser sein könnte: {count}</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>The check could not be done.</source>
        <translation>Die Prüfung war nicht möglich.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>stops a dub</source>
        <translation>verhindert das Synchronisieren</translation>
    </message>
    <message>
        <source>could be better</source>
        <translation>könnte besser sein</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much of the new mouth is seen: 0 none, 1 all.</source>
        <translation>Wie viel vom neuen Mund zu sehen ist: 0 nichts, 1 alles.</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>Weiche Kante</translation>
    </message>
    <message>
        <source>How softly the new mouth runs into the face; share of its size.</source>
        <translation>Wie weich der neue Mund in das Gesicht übergeht; Anteil seiner Größe.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>How long after speech the mouth still belongs to the voice.</source>
        <translation>Wie lange nach dem Sprechen der Mund noch der Stimme gehört.</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>How long the mouth takes to ease back to the film&apos;s own.</source>
        <translation>Wie lange der Mund braucht, um zu dem des Films zurückzukehren.</translation>
    </message>
    <message>
        <source>Lower face</source>
        <translation>Unteres Gesicht</translation>
    </message>
    <message>
        <source>Jaw without cheeks</source>
        <translation>Kiefer ohne Wangen</translation>
    </message>
    <message>
        <source>All skin below the nose</source>
        <translation>Alle Haut unter der Nase</translation>
    </message>
    <message>
        <source>The same, and the neck</source>
        <translation>Dasselbe mit Hals</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Under the voice</source>
        <translation>Unter der Stimme</translation>
    </message>
    <message>
        <source>Quieter while spoken</source>
        <translation>Leiser, während gesprochen wird</translation>
    </message>
    <message>
        <source>H.264, for all players</source>
        <translation>H.264, für alle Player</translation>
    </message>
    <message>
        <source>HEVC, smaller</source>
        <translation>HEVC, kleiner</translation>
    </message>
    <message>
        <source>FFV1, without loss</source>
        <translation>FFV1, verlustfrei</translation>
    </message>
    <message>
        <source>Finest, large</source>
        <translation>Am feinsten, groß</translation>
    </message>
    <message>
        <source>Very good</source>
        <translation>Sehr gut</translation>
    </message>
    <message>
        <source>Good, smaller</source>
        <translation>Gut, kleiner</translation>
    </message>
    <message>
        <source>Draft, smallest</source>
        <translation>Entwurf, am kleinsten</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Whose mouth follows the voice</source>
        <translation>Wessen Mund der Stimme folgt</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Which part of the face is new; all but the first need the face-parsing weights</source>
        <translation>Welcher Teil des Gesichts neu ist; alle außer dem ersten brauchen die Gewichte für Gesichtssegmentierung</translation>
    </message>
    <message>
        <source>Match the colours of the face</source>
        <translation>Farben des Gesichts anpassen</translation>
    </message>
    <message>
        <source>Film&apos;s sound</source>
        <translation>Ton des Films</translation>
    </message>
    <message>
        <source>What becomes of the film&apos;s own sound</source>
        <translation>Was aus dem eigenen Ton des Films wird</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>How much of the picture is kept</source>
        <translation>Wie viel vom Bild erhalten bleibt</translation>
    </message>
    <message>
        <source>Looking at the film …</source>
        <translation>Der Film wird untersucht …</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>Größtes Gesicht</translation>
    </message>
    <message>
        <source>What was found in the film</source>
        <translation>Was im Film gefunden wurde</translation>
    </message>
    <message>
        <source>Everything that the program knows of the film&apos;s file</source>
        <translation>Alles, was das Programm über die Datei des Films weiß</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>mit Ton</translation>
    </message>
    <message>
        <source>without sound</source>
        <translation>ohne Ton</translation>
    </message>
    <message>
        <source>{width} × {height}, {rate} frames/s, {sound}</source>
        <translation>{width} × {height}, {rate} Bilder/s, {sound}</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>{length}, {count:,} frames</source>
        <translation>{length}, {count:,} Bilder</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>{seconds:.3f} s on the file&apos;s own clock</source>
        <translation>bei {seconds:.3f} s der Uhr der Datei</translation>
    </message>
    <message>
        <source>{codec}, {bits} bits, {format}</source>
        <translation>{codec}, {bits} Bit, {format}</translation>
    </message>
    <message>
        <source>Transparency</source>
        <translation>Transparenz</translation>
    </message>
    <message>
        <source>yes; kept by ProRes and FFV1</source>
        <translation>ja; ProRes und FFV1 behalten sie</translation>
    </message>
    <message>
        <source>Key frames</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>at most {count:,} frames apart</source>
        <translation>höchstens {count:,} Bilder auseinander</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Mängel</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keine gefunden</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>More pictures</source>
        <translation>Weitere Bilder</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Angehängt</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>of an unknown kind</source>
        <translation>von unbekannter Art</translation>
    </message>
    <message>
        <source>{size}, pixels of {aspect}</source>
        <translation>{size}, Pixel von {aspect}</translation>
    </message>
    <message>
        <source>mirrored; shown as it is meant</source>
        <translation>gespiegelt; richtig herum gezeigt</translation>
    </message>
    <message>
        <source>mirrored and turned by {degrees}°; shown upright</source>
        <translation>gespiegelt und um {degrees}° gedreht; aufrecht gezeigt</translation>
    </message>
    <message>
        <source>turned by {degrees}°; shown upright</source>
        <translation>um {degrees}° gedreht; aufrecht gezeigt</translation>
    </message>
    <message>
        <source>a still picture</source>
        <translation>ein Standbild</translation>
    </message>
    <message>
        <source>{rate} frames/s, constant</source>
        <translation>{rate} Bilder/s, gleichbleibend</translation>
    </message>
    <message>
        <source>variable: {rate} frames/s on average, each shown for {least:.0f} to {most:.0f} ms; kept as it is</source>
        <translation>wechselnd: im Mittel {rate} Bilder/s, jedes {least:.0f} bis {most:.0f} ms lang; bleibt so</translation>
    </message>
    <message>
        <source>HDR ({name}), shown in standard range</source>
        <translation>HDR ({name}), im Standardumfang gezeigt</translation>
    </message>
    <message>
        <source>{matrix}, full range</source>
        <translation>{matrix}, voller Umfang</translation>
    </message>
    <message>
        <source>not told; full range</source>
        <translation>nicht angegeben; voller Umfang</translation>
    </message>
    <message>
        <source>{matrix}, limited range</source>
        <translation>{matrix}, begrenzter Umfang</translation>
    </message>
    <message>
        <source>not told; read as usual for its size</source>
        <translation>nicht angegeben; gelesen wie bei dieser Größe üblich</translation>
    </message>
    <message>
        <source>Mask …</source>
        <translation>Maske …</translation>
    </message>
    <message>
        <source>Change the mask</source>
        <translation>Maske ändern</translation>
    </message>
    <message>
        <source>Region, strength, feather and all the rest of the mask</source>
        <translation>Bereich, Stärke, weiche Kante und alles Weitere der Maske</translation>
    </message>
    <message>
        <source>Person {number}, {count:,} frames</source>
        <translation>Person {number}, {count:,} Bilder</translation>
    </message>
    <message>
        <source>Start of voice</source>
        <translation>Beginn der Stimme</translation>
    </message>
    <message>
        <source>Choose face</source>
        <translation>Gesicht wählen</translation>
    </message>
    <message>
        <source>Match colours</source>
        <translation>Farben anpassen</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Add what is to be said. Drop a sound or a film here, or:</source>
        <translation>Hinzufügen, was gesagt werden soll. Ton oder Film hierher ziehen, oder:</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Beginnt bei</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>Voice begins at</source>
        <translation>Stimme beginnt bei</translation>
    </message>
    <message>
        <source>Time of the film at which the voice begins; less than 0 leaves out its beginning.</source>
        <translation>Zeit im Film, zu der die Stimme beginnt; unter 0 fällt ihr Anfang weg.</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Replace: {action}</source>
        <translation>Ersetzen: {action}</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Einstellungen zum Film</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>What makes the mouth</source>
        <translation>Was den Mund erzeugt</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Which networks paint the mouth</source>
        <translation>Welche Netze den Mund malen</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>How pictures are made of what the networks think</source>
        <translation>Wie aus den Gedanken der Netze Bilder werden</translation>
    </message>
    <message>
        <source>Moves the border between kept and new picture down the nose, opening the mouth more; share of the face.</source>
        <translation>Verschiebt die Grenze zwischen altem und neuem Bild die Nase hinab und öffnet so den Mund mehr; Anteil am Gesicht.</translation>
    </message>
    <message>
        <source>Border shift</source>
        <translation>Grenzverschiebung</translation>
    </message>
    <message>
        <source>Chin margin as trained</source>
        <translation>Kinnrand wie trainiert</translation>
    </message>
    <message>
        <source>How much is seen below the chin; share of the face.</source>
        <translation>Wie viel unter dem Kinn zu sehen ist; Anteil am Gesicht.</translation>
    </message>
    <message>
        <source>Chin margin</source>
        <translation>Kinnrand</translation>
    </message>
    <message>
        <source>How far from the middle the jaw keeps its full width; of 256 columns on this side.</source>
        <translation>Wie weit von der Mitte der Kiefer seine volle Breite behält; von 256 Spalten auf dieser Seite.</translation>
    </message>
    <message>
        <source>Cheek left</source>
        <translation>Wange links</translation>
    </message>
    <message>
        <source>Cheek right</source>
        <translation>Wange rechts</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Show the page of weights</source>
        <translation>Seite der Gewichte zeigen</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>Dieser Rechner wird untersucht</translation>
    </message>
    <message>
        <source>Looking for weights</source>
        <translation>Gewichte werden gesucht</translation>
    </message>
    <message>
        <source>The best there is</source>
        <translation>Die besten vorhandenen</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>Ein Ordner …</translation>
    </message>
    <message>
        <source>This engine needs weights that are not here: {names}.</source>
        <translation>Diese Engine braucht Gewichte, die nicht da sind: {names}.</translation>
    </message>
    <message>
        <source>Folder of weights</source>
        <translation>Ordner der Gewichte</translation>
    </message>
    <message>
        <source>The quick decoder needs the weights “{name}”.</source>
        <translation>Der schnelle Decoder braucht die Gewichte „{name}“.</translation>
    </message>
    <message>
        <source>Get them on the page of weights, then choose again.</source>
        <translation>Auf der Seite der Gewichte holen, dann erneut wählen.</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>Wangen</translation>
    </message>
    <message>
        <source>Full, sharp</source>
        <translation>Voll, scharf</translation>
    </message>
    <message>
        <source>Tiny, quick and softer</source>
        <translation>Klein, schnell und weicher</translation>
    </message>
    <message>
        <source>How it is run</source>
        <translation>Wie sie läuft</translation>
    </message>
    <message>
        <source>Built-in, at once</source>
        <translation>Eingebaut, sofort</translation>
    </message>
    <message>
        <source>MuseTalk, painted</source>
        <translation>MuseTalk, gemalt</translation>
    </message>
    <message>
        <source>Moves the lips, jaw and cheeks of the real picture. Needs no download and no graphics card.</source>
        <translation>Bewegt Lippen, Kiefer und Wangen des echten Bildes. Braucht keinen Download und keine Grafikkarte.</translation>
    </message>
    <message>
        <source>Networks paint the lower face anew. Slow without a graphics card; what was painted once is kept.</source>
        <translation>Netze malen das untere Gesicht neu. Langsam ohne Grafikkarte; was einmal gemalt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{free:.1f} of {all:.1f} GB of memory are free</source>
        <translation>{free:.1f} von {all:.1f} GB Speicher sind frei</translation>
    </message>
    <message>
        <source>MuseTalk takes about {size:.1f} GB: it fits.</source>
        <translation>MuseTalk braucht etwa {size:.1f} GB: das passt.</translation>
    </message>
    <message>
        <source>MuseTalk takes about {size:.1f} GB: too much here.</source>
        <translation>MuseTalk braucht etwa {size:.1f} GB: hier zu viel.</translation>
    </message>
    <message>
        <source>ProRes 422 HQ, for editing</source>
        <translation>ProRes 422 HQ, für den Schnitt</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie sie ist</translation>
    </message>
    <message>
        <source>−14 LUFS, for the web</source>
        <translation>−14 LUFS, für das Web</translation>
    </message>
    <message>
        <source>−16 LUFS, for podcasts and phones</source>
        <translation>−16 LUFS, für Podcasts und Telefone</translation>
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
        <translation>Die des Films</translation>
    </message>
    <message>
        <source>That of the voice</source>
        <translation>Die der Stimme</translation>
    </message>
    <message>
        <source>Looking which formats this machine can write …</source>
        <translation>Es wird geprüft, welche Formate dieser Rechner schreiben kann …</translation>
    </message>
    <message>
        <source>All of the film</source>
        <translation>Der ganze Film</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Whose length the film has when picture and voice differ</source>
        <translation>Wessen Länge der Film hat, wenn Bild und Stimme verschieden lang sind</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>How loud the film is as a whole, after BS.1770</source>
        <translation>Wie laut der Film im Ganzen ist, nach BS.1770</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Exporteinstellungen</translation>
    </message>
    <message>
        <source>Not on this machine: {reason}</source>
        <translation>Nicht auf diesem Rechner: {reason}</translation>
    </message>
    <message>
        <source>An export to this file is already in the list. Choose another name.</source>
        <translation>Ein Export in diese Datei steht schon in der Liste. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is a file of this name. It will be replaced.</source>
        <translation>Es gibt eine Datei dieses Namens. Sie wird ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Replace and export</source>
        <translation>E&amp;rsetzen und exportieren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Choose …</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>Choose folder and file name</source>
        <translation>Ordner und Dateinamen wählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>From in to out point (none are set)</source>
        <translation>Vom In- zum Out-Punkt (keine gesetzt)</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>Von {first} bis {last}</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Remove finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Waits until the training has ended: both need the memory of the graphics card.</source>
        <translation>Wartet, bis das Training zu Ende ist: Beide brauchen den Speicher der Grafikkarte.</translation>
    </message>
    <message>
        <source>Start &amp;anyway</source>
        <translation>&amp;Trotzdem starten</translation>
    </message>
    <message>
        <source>Start the export beside the training</source>
        <translation>Den Export neben dem Training starten</translation>
    </message>
    <message>
        <source>Films that you export are listed here. Choose Export film … in the menu File.</source>
        <translation>Hier stehen die exportierten Filme. „Film exportieren …“ im Menü „Datei“ wählen.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Resume exports</source>
        <translation>Exporte fortsetzen</translation>
    </message>
    <message>
        <source>Pause exports</source>
        <translation>Exporte anhalten</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>&amp;Get MuseTalk …</source>
        <translation>MuseTalk &amp;holen …</translation>
    </message>
    <message>
        <source>Get the weights of MuseTalk</source>
        <translation>Die Gewichte von MuseTalk holen</translation>
    </message>
    <message>
        <source>&amp;Dub the demo</source>
        <translation>&amp;Demo synchronisieren</translation>
    </message>
    <message>
        <source>Dub the demo</source>
        <translation>Demo synchronisieren</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>Opening the demo</source>
        <translation>Die Demo wird geöffnet</translation>
    </message>
    <message>
        <source>Welcome to Dubwright</source>
        <translation>Willkommen bei Dubwright</translation>
    </message>
    <message>
        <source>A film and a voice go in; the mouth in the film follows the voice.</source>
        <translation>Ein Film und eine Stimme hinein; der Mund im Film folgt der Stimme.</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>Eingebaute Engine</translation>
    </message>
    <message>
        <source>MuseTalk, an engine that paints</source>
        <translation>MuseTalk, eine Engine, die malt</translation>
    </message>
    <message>
        <source>Dub only faces and voices that you may use: your own, or those of people who agreed.</source>
        <translation>Nur Gesichter und Stimmen synchronisieren, die verwendet werden dürfen: die eigenen, oder die von Menschen, die zugestimmt haben.</translation>
    </message>
    <message>
        <source>Who is seen or heard must know of it where the law asks for it, and so must who watches.</source>
        <translation>Wer zu sehen oder zu hören ist, muss davon wissen, wo das Gesetz es verlangt, und ebenso, wer zuschaut.</translation>
    </message>
    <message>
        <source>What is allowed</source>
        <translation>Was erlaubt ist</translation>
    </message>
    <message>
        <source>The processor does the work.</source>
        <translation>Der Prozessor macht die Arbeit.</translation>
    </message>
    <message>
        <source>The graphics card does the work.</source>
        <translation>Die Grafikkarte macht die Arbeit.</translation>
    </message>
    <message>
        <source>{free:.1f} of {whole:.1f} GB of memory are free.</source>
        <translation>{free:.1f} von {whole:.1f} GB Speicher sind frei.</translation>
    </message>
    <message>
        <source>Parts of it are missing. Help → Check this machine says what to do.</source>
        <translation>Teile davon fehlen. Hilfe → Diesen Rechner prüfen sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>Ready. Works on every machine at once: it moves the lips, jaw and cheeks of the real picture.</source>
        <translation>Bereit. Läuft auf jedem Rechner sofort: sie bewegt Lippen, Kiefer und Wangen des echten Bildes.</translation>
    </message>
    <message>
        <source>It takes about {size:.1f} GB of memory.</source>
        <translation>Sie braucht etwa {size:.1f} GB Speicher.</translation>
    </message>
    <message>
        <source>That fits here.</source>
        <translation>Das passt hier.</translation>
    </message>
    <message>
        <source>This machine has too little.</source>
        <translation>Dieser Rechner hat zu wenig.</translation>
    </message>
    <message>
        <source>Without a graphics card each frame takes a second or more.</source>
        <translation>Ohne Grafikkarte braucht jedes Bild eine Sekunde oder mehr.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>{size:.2f} GB are to be fetched once: {fast} over a line of 100 Mbit/s, {slow} over one of 10.</source>
        <translation>{size:.2f} GB sind einmal zu holen: {fast} mit 100 Mbit/s, {slow} mit 10.</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Whose keys are used; single ones can be changed.</source>
        <translation>Wessen Tasten gelten; einzelne lassen sich ändern.</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>Diese Taste &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>As in the &amp;preset</source>
        <translation>&amp;Wie in der Vorgabe</translation>
    </message>
    <message>
        <source>&amp;All as in the preset</source>
        <translation>&amp;Alle wie in der Vorgabe</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>⚠ {key} belongs to “{action}”, which would go without.</source>
        <translation>⚠ {key} gehört zu „{action}“, das dann keine hätte.</translation>
    </message>
    <message>
        <source>&amp;Take it from there</source>
        <translation>&amp;Dort wegnehmen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <source>Get weights</source>
        <translation>Gewichte holen</translation>
    </message>
    <message>
        <source>{size}, from {places}</source>
        <translation>{size}, von {places}</translation>
    </message>
    <message>
        <source>Licence, as its authors state it:</source>
        <translation>Lizenz, wie ihre Urheber sie angeben:</translation>
    </message>
    <message>
        <source>Accept and get</source>
        <translation>Annehmen und holen</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Live-Bild</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Level of the microphone</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
        <source>Noise gate</source>
        <translation>Noise Gate</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Sound below this level is taken for noise, and the mouth stays at rest</source>
        <translation>Ton unter diesem Pegel gilt als Rauschen, und der Mund bleibt in Ruhe</translation>
    </message>
    <message>
        <source>Hear m&amp;yself</source>
        <translation>&amp;Mich selbst hören</translation>
    </message>
    <message>
        <source>Your voice, as late as the picture. Use headphones.</source>
        <translation>Die eigene Stimme, so spät wie das Bild. Kopfhörer verwenden.</translation>
    </message>
    <message>
        <source>&amp;Record to a file</source>
        <translation>In Datei &amp;aufnehmen</translation>
    </message>
    <message>
        <source>A film of the picture and your voice, in sync</source>
        <translation>Ein Film aus Bild und Stimme, synchron</translation>
    </message>
    <message>
        <source>Virtual c&amp;amera</source>
        <translation>Virtuelle &amp;Kamera</translation>
    </message>
    <message>
        <source>Other programs see the picture as a webcam; needs a driver</source>
        <translation>Andere Programme sehen das Bild als Webcam; braucht einen Treiber</translation>
    </message>
    <message>
        <source>Live picture on the whole screen</source>
        <translation>Live-Bild auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Save the live picture</source>
        <translation>Live-Bild speichern</translation>
    </message>
    <message>
        <source>How late the picture is</source>
        <translation>Wie spät das Bild ist</translation>
    </message>
    <message>
        <source>What the time from voice to picture is made of</source>
        <translation>Woraus die Zeit von Stimme zu Bild besteht</translation>
    </message>
    <message>
        <source>Mi&amp;crophone</source>
        <translation>M&amp;ikrofon</translation>
    </message>
    <message>
        <source>Noise ga&amp;te</source>
        <translation>Noise Ga&amp;te</translation>
    </message>
    <message>
        <source>{late:.0f} ms from voice to picture{mark} · {rate:.0f} pictures/s
Half within {half:.0f} ms, 95 % within {most:.0f} ms · {dropped} dropped</source>
        <translation>{late:.0f} ms von Stimme zu Bild{mark} · {rate:.0f} Bilder/s
Die Hälfte binnen {half:.0f} ms, 95 % binnen {most:.0f} ms · {dropped} ausgelassen</translation>
    </message>
    <message>
        <source>&amp;Whole screen</source>
        <translation>&amp;Ganzer Bildschirm</translation>
    </message>
    <message>
        <source>Save &amp;picture …</source>
        <translation>&amp;Bild speichern …</translation>
    </message>
    <message>
        <source>{out} could not be written. Choose another folder.</source>
        <translation>{out} konnte nicht geschrieben werden. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>Aufnehmen nach</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Keines gefunden</translation>
    </message>
    <message>
        <source>None found: plug one in and open this again</source>
        <translation>Keins gefunden: anschließen und hier erneut öffnen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Stop the live session</source>
        <translation>Live-Sitzung beenden</translation>
    </message>
    <message>
        <source>Start the live session</source>
        <translation>Live-Sitzung starten</translation>
    </message>
    <message>
        <source>While you are live, everything else waits: previews, exports and other work go on afterwards.</source>
        <translation>Während der Live-Sitzung wartet alles andere: Vorschau, Exporte und übrige Arbeit gehen danach weiter.</translation>
    </message>
    <message>
        <source>Start, speak, and the face of the film speaks with you.</source>
        <translation>Starten, sprechen, und das Gesicht im Film spricht mit.</translation>
    </message>
    <message>
        <source> – late</source>
        <translation> – spät</translation>
    </message>
    <message>
        <source>On average, in ms: {parts}</source>
        <translation>Im Mittel, in ms: {parts}</translation>
    </message>
    <message>
        <source>{pictures} pictures, {dropped} left out. From voice to picture: {half:.0f} ms, at most {most:.0f} ms in 95 of 100.</source>
        <translation>{pictures} Bilder, {dropped} ausgelassen. Von Stimme zu Bild: {half:.0f} ms, höchstens {most:.0f} ms in 95 von 100.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Change &amp;keys …</source>
        <translation>Tasten &amp;ändern …</translation>
    </message>
    <message>
        <source>&amp;Usual settings</source>
        <translation>&amp;Übliche Einstellungen</translation>
    </message>
    <message>
        <source>Take back all settings on this page</source>
        <translation>Alle Einstellungen dieser Seite zurücknehmen</translation>
    </message>
    <message>
        <source>Set by {name} in the environment.</source>
        <translation>Durch {name} in der Umgebung festgelegt.</translation>
    </message>
    <message>
        <source>Usual place</source>
        <translation>Üblicher Ort</translation>
    </message>
    <message>
        <source>Choose: {name}</source>
        <translation>Auswählen: {name}</translation>
    </message>
    <message>
        <source>{name}: the usual place</source>
        <translation>{name}: der übliche Ort</translation>
    </message>
    <message>
        <source>This frame</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>State of this frame</source>
        <translation>Zustand dieses Bildes</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>von {length}</translation>
    </message>
    <message>
        <source>Rough picture, as filmed</source>
        <translation>Grobes Bild, wie gefilmt</translation>
    </message>
    <message>
        <source>Fit {size}</source>
        <translation>Eingepasst {size}</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
    <message>
        <source>This frame is shown as filmed</source>
        <translation>Dieses Bild ist zu sehen wie gefilmt</translation>
    </message>
    <message>
        <source>⚠ This frame stays as filmed: {reasons}</source>
        <translation>⚠ Dieses Bild bleibt wie gefilmt: {reasons}</translation>
    </message>
    <message>
        <source>This frame is dubbed</source>
        <translation>Dieses Bild ist synchronisiert</translation>
    </message>
    <message>
        <source>This frame stays as filmed, as chosen</source>
        <translation>Dieses Bild bleibt wie gefilmt, wie gewählt</translation>
    </message>
    <message>
        <source>This frame stays as filmed: nobody speaks</source>
        <translation>Dieses Bild bleibt wie gefilmt: niemand spricht</translation>
    </message>
    <message>
        <source>This frame stays as filmed: no voice here</source>
        <translation>Dieses Bild bleibt wie gefilmt: hier ist keine Stimme</translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation>Timecode</translation>
    </message>
    <message>
        <source>Type a time, then Enter: 12.5, 1:02.5 or 00:00:12:10 (G)</source>
        <translation>Zeit eingeben, dann Enter: 12.5, 1:02.5 oder 00:00:12:10 (G)</translation>
    </message>
    <message>
        <source>Add the voice</source>
        <translation>Stimme hinzufügen</translation>
    </message>
    <message>
        <source>Any sound or film: what is said there, the mouth will say.</source>
        <translation>Beliebiger Ton oder Film: was dort gesagt wird, sagt dann der Mund.</translation>
    </message>
    <message>
        <source>Add the film</source>
        <translation>Film hinzufügen</translation>
    </message>
    <message>
        <source>The clip with the person who is to speak.</source>
        <translation>Der Clip mit der Person, die sprechen soll.</translation>
    </message>
    <message>
        <source>Dub a film</source>
        <translation>Einen Film synchronisieren</translation>
    </message>
    <message>
        <source>Drop a film and a voice here, or choose them. The mouth in the film follows the voice.</source>
        <translation>Film und Stimme hierher ziehen oder wählen. Der Mund im Film folgt der Stimme.</translation>
    </message>
    <message>
        <source>{name} is ready and waits for its film.</source>
        <translation>{name} ist bereit und wartet auf den Film.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt verwendete Projekte</translation>
    </message>
    <message>
        <source>Open project {name}</source>
        <translation>Projekt {name} öffnen</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>{title}: choose a file</source>
        <translation>{title}: Datei wählen</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Warning of a level that is too high</source>
        <translation>Warnung vor zu hohem Pegel</translation>
    </message>
    <message>
        <source>Count-in</source>
        <translation>Vorzähler</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Takes</translation>
    </message>
    <message>
        <source>&amp;Use this take</source>
        <translation>Diesen Take &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Use this take</source>
        <translation>Diesen Take verwenden</translation>
    </message>
    <message>
        <source>Remove this take</source>
        <translation>Diesen Take entfernen</translation>
    </message>
    <message>
        <source>&amp;Microphone</source>
        <translation>&amp;Mikrofon</translation>
    </message>
    <message>
        <source>Rate this take {number} of {best}</source>
        <translation>Diesen Take mit {number} von {best} bewerten</translation>
    </message>
    <message>
        <source>{number} of {best}; again to take the rating back</source>
        <translation>{number} von {best}; erneut, um die Bewertung zurückzunehmen</translation>
    </message>
    <message>
        <source>Three beeps, then speak. Use headphones. Space or R ends the take.</source>
        <translation>Drei Signaltöne, dann sprechen. Kopfhörer verwenden. Leertaste oder R beendet den Take.</translation>
    </message>
    <message>
        <source>Records from the playhead on, or between in and out.</source>
        <translation>Nimmt vom Abspielkopf an auf, oder zwischen In und Out.</translation>
    </message>
    <message>
        <source>⚠ Too loud: it is distorted. Turn the microphone down.</source>
        <translation>⚠ Zu laut: es ist verzerrt. Das Mikrofon leiser stellen.</translation>
    </message>
    <message>
        <source>● Speak</source>
        <translation>● Sprechen</translation>
    </message>
    <message>
        <source>Use take</source>
        <translation>Take verwenden</translation>
    </message>
    <message>
        <source>Remove take</source>
        <translation>Take entfernen</translation>
    </message>
    <message>
        <source>Rate take</source>
        <translation>Take bewerten</translation>
    </message>
    <message>
        <source>About these weights</source>
        <translation>Über diese Gewichte</translation>
    </message>
    <message>
        <source>&amp;Get …</source>
        <translation>&amp;Holen …</translation>
    </message>
    <message>
        <source>Get these weights</source>
        <translation>Diese Gewichte holen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Verify these weights</source>
        <translation>Diese Gewichte prüfen</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Remove these weights</source>
        <translation>Diese Gewichte entfernen</translation>
    </message>
    <message>
        <source>Get &amp;all of MuseTalk …</source>
        <translation>&amp;Alle von MuseTalk holen …</translation>
    </message>
    <message>
        <source>Get all weights of MuseTalk</source>
        <translation>Alle Gewichte von MuseTalk holen</translation>
    </message>
    <message>
        <source>&amp;Import a folder …</source>
        <translation>Ordner &amp;importieren …</translation>
    </message>
    <message>
        <source>Import weights from a folder</source>
        <translation>Gewichte aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>Getting {name}</source>
        <translation>{name} wird geholt</translation>
    </message>
    <message>
        <source>&amp;Go on …</source>
        <translation>&amp;Weitermachen …</translation>
    </message>
    <message>
        <source>MuseTalk</source>
        <translation>MuseTalk</translation>
    </message>
    <message>
        <source>Verifying {name}</source>
        <translation>{name} wird geprüft</translation>
    </message>
    <message>
        <source>Remove “{title}” from this machine?</source>
        <translation>„{title}“ von diesem Rechner entfernen?</translation>
    </message>
    <message>
        <source>Remove weights</source>
        <translation>Gewichte entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removing {name}</source>
        <translation>{name} wird entfernt</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>{name} is here and whole.</source>
        <translation>{name} ist da und vollständig.</translation>
    </message>
    <message>
        <source>Get or import them anew; until then they are not used.</source>
        <translation>Neu holen oder importieren; bis dahin werden sie nicht verwendet.</translation>
    </message>
    <message>
        <source>{name} is whole: every byte is as it must be.</source>
        <translation>{name} ist vollständig: jedes Byte ist, wie es sein muss.</translation>
    </message>
    <message>
        <source>Used where they lie from now on: {names}.</source>
        <translation>Werden ab jetzt dort verwendet, wo sie liegen: {names}.</translation>
    </message>
    <message>
        <source>The built-in engine brings its own. What others have made is fetched when you ask.</source>
        <translation>Die eingebaute Engine bringt ihre eigenen mit. Was andere gemacht haben, wird auf Wunsch geholt.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Grow or shrink</source>
        <translation>Vergrößern oder verkleinern</translation>
    </message>
    <message>
        <source>How far the mask&apos;s edge is moved outwards, or inwards below 0.</source>
        <translation>Wie weit der Rand der Maske nach außen rückt, unter 0 nach innen.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Face box</source>
        <translation>Gesichtsrahmen</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht gezeigt</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>Über dem Bild</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>Show mask</source>
        <translation>Maske zeigen</translation>
    </message>
    <message>
        <source>What is seen of the mask on the picture</source>
        <translation>Was auf dem Bild von der Maske zu sehen ist</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>What the pointer does on the picture: the brush adds to the mask, the eraser takes from it</source>
        <translation>Was der Zeiger auf dem Bild tut: der Pinsel ergänzt die Maske, der Radierer nimmt von ihr weg</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Radius of the brush as a share of the face ([ and ])</source>
        <translation>Radius des Pinsels als Anteil am Gesicht ([ und ])</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Weichheit</translation>
    </message>
    <message>
        <source>How much of the brush fades</source>
        <translation>Wie viel vom Pinsel ausläuft</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Keyframe of {name} in this frame</source>
        <translation>Keyframe von {name} in diesem Bild</translation>
    </message>
    <message>
        <source>Set or remove a keyframe of {name} in this frame</source>
        <translation>Keyframe von {name} in diesem Bild setzen oder entfernen</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>Forget correction in this frame</source>
        <translation>Korrektur in diesem Bild verwerfen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>As filmed</source>
        <translation>Wie gefilmt</translation>
    </message>
    <message>
        <source>In the whole clip</source>
        <translation>Im ganzen Clip</translation>
    </message>
    <message>
        <source>Between in and out</source>
        <translation>Zwischen In und Out</translation>
    </message>
    <message>
        <source>In this frame; set in and out for more</source>
        <translation>In diesem Bild; In und Out setzen für mehr</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>every engine</source>
        <translation>jede Engine</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>lip sync</source>
        <translation>Lippensynchronität</translation>
    </message>
    <message>
        <source>{engine}, if chosen</source>
        <translation>{engine}, wenn gewählt</translation>
    </message>
    <message>
        <source>here</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>gone from its folder</source>
        <translation>aus dem Ordner verschwunden</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>begun, {share} %</source>
        <translation>begonnen, {share} %</translation>
    </message>
    <message>
        <source>part of Dubwright</source>
        <translation>Teil von Dubwright</translation>
    </message>
    <message>
        <source>Lies in {folder}</source>
        <translation>Liegt in {folder}</translation>
    </message>
    <message>
        <source>They are only forgotten: the files in their folder stay as they are.</source>
        <translation>Sie werden nur vergessen: die Dateien in ihrem Ordner bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The files are deleted; they can be fetched again.</source>
        <translation>Die Dateien werden gelöscht; sie können wieder geholt werden.</translation>
    </message>
    <message>
        <source>Mixing the sound</source>
        <translation>Der Ton wird gemischt</translation>
    </message>
    <message>
        <source>{failure} The film plays without sound.</source>
        <translation>{failure} Der Film läuft ohne Ton.</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wird untersucht</translation>
    </message>
    <message>
        <source>Preparing the voice</source>
        <translation>Die Stimme wird vorbereitet</translation>
    </message>
    <message>
        <source>Record take</source>
        <translation>Take aufnehmen</translation>
    </message>
    <message>
        <source>No problem was found in this film.</source>
        <translation>In diesem Film wurde kein Problem gefunden.</translation>
    </message>
    <message>
        <source>Remove marker</source>
        <translation>Marker entfernen</translation>
    </message>
    <message>
        <source>Set marker</source>
        <translation>Marker setzen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Words of the window; holds from the next start on.</source>
        <translation>Sprache des Fensters; gilt vom nächsten Start an.</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie auf dem Desktop</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Dark, light, or as the desktop has it.</source>
        <translation>Dunkel, hell, oder wie auf dem Desktop.</translation>
    </message>
    <message>
        <source>Memory for finished frames</source>
        <translation>Speicher für fertige Bilder</translation>
    </message>
    <message>
        <source>Frames kept round the playhead, so that looking at them again costs nothing; 0 leaves it to Dubwright.</source>
        <translation>Bilder, die um den Abspielkopf bereitliegen, damit erneutes Ansehen nichts kostet; bei 0 entscheidet Dubwright.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Seconds, with a beep each, that the picture rolls before you speak.</source>
        <translation>Sekunden, je mit einem Signalton, die das Bild läuft, bevor gesprochen wird.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Post-roll</source>
        <translation>Nachlauf</translation>
    </message>
    <message>
        <source>Seconds that are recorded after the out point.</source>
        <translation>Sekunden, die nach dem Out-Punkt noch aufgenommen werden.</translation>
    </message>
    <message>
        <source>Cache folder</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Where analyses, waveforms and finished mouths lie that can be made again; holds from the next start on.</source>
        <translation>Hier liegen Analysen, Wellenformen und fertige Münder, die neu berechnet werden können; gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Largest cache</source>
        <translation>Größte Belegung</translation>
    </message>
    <message>
        <source>What was used longest ago goes first, never what is in use; holds as soon as this page is closed.</source>
        <translation>Am längsten Unbenutztes geht zuerst, nie, was in Gebrauch ist; gilt, sobald diese Seite geschlossen wird.</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>The loudspeaker is gone.</source>
        <translation>Der Lautsprecher ist weg.</translation>
    </message>
    <message>
        <source>Plug it in again, then play again.</source>
        <translation>Wieder anschließen, dann erneut abspielen.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Film sound</source>
        <translation>Filmton</translation>
    </message>
    <message>
        <source>Lip sync</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Part of the film that is seen</source>
        <translation>Sichtbarer Teil des Films</translation>
    </message>
    <message>
        <source>They are looked for …</source>
        <translation>Sie werden gesucht …</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>Keine gefunden.</translation>
    </message>
    <message>
        <source>They are looked for where a voice is.</source>
        <translation>Gesucht wird, wo eine Stimme ist.</translation>
    </message>
    <message>
        <source>Move voice</source>
        <translation>Stimme verschieben</translation>
    </message>
    <message>
        <source>Move clip</source>
        <translation>Clip verschieben</translation>
    </message>
    <message>
        <source>Trim clip</source>
        <translation>Clip trimmen</translation>
    </message>
    <message>
        <source>Move keyframe</source>
        <translation>Keyframe verschieben</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Voice from {time} on</source>
        <translation>Stimme ab {time}</translation>
    </message>
    <message>
        <source>the clip to dub</source>
        <translation>der Clip, der synchronisiert wird</translation>
    </message>
    <message>
        <source>what is to be said</source>
        <translation>was gesagt werden soll</translation>
    </message>
    <message>
        <source>Drop a film on the left, a voice on the right</source>
        <translation>Links einen Film, rechts eine Stimme ablegen</translation>
    </message>
    <message>
        <source>Progress of {name}</source>
        <translation>Fortschritt von {name}</translation>
    </message>
    <message>
        <source>Newest picture of {name}</source>
        <translation>Neuestes Bild von {name}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Frames that stay as filmed</source>
        <translation>Bilder, die wie gefilmt bleiben</translation>
    </message>
    <message>
        <source>Frames that stay …</source>
        <translation>Bilder wie gefilmt …</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>{count} dubbed</source>
        <translation>{count} synchronisiert</translation>
    </message>
    <message>
        <source>{count} without speech</source>
        <translation>{count} ohne Sprache</translation>
    </message>
    <message>
        <source>{count} could not be dubbed and stay as filmed</source>
        <translation>{count} konnten nicht synchronisiert werden und bleiben wie gefilmt</translation>
    </message>
    <message>
        <source>nothing left out</source>
        <translation>nichts ausgelassen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stopped; nothing was written</source>
        <translation>Angehalten; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Begins …</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>Hinweis: </translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Abspielkopf</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>In Arbeit …</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <translation>{done:,} von {total:,}</translation>
    </message>
    <message>
        <source>{words} · {left} left</source>
        <translation>{words} · noch {left}</translation>
    </message>
    <message>
        <source>Waiting …</source>
        <translation>Wartet …</translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation>Fortschritt von {title}</translation>
    </message>
    <message>
        <source>Newest picture of {title}</source>
        <translation>Neuestes Bild von {title}</translation>
    </message>
    <message>
        <source>Cancel {title}</source>
        <translation>{title} abbrechen</translation>
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
        <translation>Differenz, 4-fach verstärkt</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>Zwischenstand</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>geholt</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>wird geholt</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>films to compare</source>
        <translation>Filme zum Vergleichen</translation>
    </message>
    <message>
        <source>formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>Gleichlauf</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>microphones</source>
        <translation>Mikrofone</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>other tracks</source>
        <translation>übrige Spuren</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>plain loop</source>
        <translation>einfache Schleife</translation>
    </message>
    <message>
        <source>portraits</source>
        <translation>Porträts</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>reading sound</source>
        <translation>Ton wird gelesen</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>wird gestartet</translation>
    </message>
    <message>
        <source>steadying</source>
        <translation>wird beruhigt</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>ways to run</source>
        <translation>Laufarten</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>face uncertain</source>
        <translation>Gesicht unsicher</translation>
    </message>
    <message>
        <source>face jumps</source>
        <translation>Gesicht springt</translation>
    </message>
    <message>
        <source>mouth outside the picture</source>
        <translation>Mund außerhalb des Bildes</translation>
    </message>
    <message>
        <source>head turned too far</source>
        <translation>Kopf zu weit gedreht</translation>
    </message>
    <message>
        <source>face larger than the engine paints</source>
        <translation>Gesicht größer, als die Engine malt</translation>
    </message>
    <message>
        <source>out of sync</source>
        <translation>nicht synchron</translation>
    </message>
    <message>
        <source>the network gave no picture</source>
        <translation>das Netz lieferte kein Bild</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Remove keyframe</source>
        <translation>Keyframe entfernen</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Clear strokes</source>
        <translation>Striche löschen</translation>
    </message>
    <message>
        <source>Move face box</source>
        <translation>Gesichtsrahmen verschieben</translation>
    </message>
    <message>
        <source>Resize face box</source>
        <translation>Gesichtsrahmen skalieren</translation>
    </message>
    <message>
        <source>Move landmark</source>
        <translation>Landmarke verschieben</translation>
    </message>
    <message>
        <source>Forget correction</source>
        <translation>Korrektur verwerfen</translation>
    </message>
    <message>
        <source>Use the original here</source>
        <translation>Hier das Original verwenden</translation>
    </message>
    <message>
        <source>Use the dub here</source>
        <translation>Hier die Synchronfassung verwenden</translation>
    </message>
    <message>
        <source>Set keyframe</source>
        <translation>Keyframe setzen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Face prepared</source>
        <translation>Gesicht vorbereitet</translation>
    </message>
    <message>
        <source>Mouth made</source>
        <translation>Mund erzeugt</translation>
    </message>
    <message>
        <source>Face parsed</source>
        <translation>Gesicht segmentiert</translation>
    </message>
    <message>
        <source>Laid over</source>
        <translation>Aufgelegt</translation>
    </message>
    <message>
        <source>As filmed: nobody speaks</source>
        <translation>Wie gefilmt: niemand spricht</translation>
    </message>
    <message>
        <source>⚠ As filmed: {reason}</source>
        <translation>⚠ Wie gefilmt: {reason}</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Here you see how the frame at the playhead was dubbed, once it is ready.</source>
        <translation>Hier steht, wie das Bild am Abspielkopf synchronisiert wurde, sobald es fertig ist.</translation>
    </message>
    <message>
        <source>No voice is on this frame.</source>
        <translation>Auf diesem Bild liegt keine Stimme.</translation>
    </message>
    <message>
        <source>Face {number}</source>
        <translation>Gesicht {number}</translation>
    </message>
    <message>
        <source>Crop in</source>
        <translation>Ausschnitt vorher</translation>
    </message>
    <message>
        <source>Crop out</source>
        <translation>Ausschnitt nachher</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Head turned</source>
        <translation>Kopfdrehung</translation>
    </message>
    <message>
        <source>Colour at the seam</source>
        <translation>Farbe an der Naht</translation>
    </message>
    <message>
        <source>{after:.1f} levels ({before:.1f} before matching)</source>
        <translation>{after:.1f} Stufen ({before:.1f} vor dem Anpassen)</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Time by stage</source>
        <translation>Zeit je Schritt</translation>
    </message>
    <message>
        <source>What was remembered from before takes no time.</source>
        <translation>Was von vorher bekannt ist, kostet keine Zeit.</translation>
    </message>
    <message>
        <source>Mask on the picture</source>
        <translation>Maske auf dem Bild</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Click a step, or press Enter on it, to go to the state after it.</source>
        <translation>Klicken Sie einen Schritt an oder drücken Sie darauf die Eingabetaste, um zum Stand danach zu gehen.</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>{step}, taken back</source>
        <translation>{step}, zurückgenommen</translation>
    </message>
    <message>
        <source>{step}, present state</source>
        <translation>{step}, gegenwärtiger Stand</translation>
    </message>
    <message>
        <source>New better: {new}. Old better: {old}. Alike: {equal}.</source>
        <translation>Neu besser: {new}. Alt besser: {old}. Gleich: {equal}.</translation>
    </message>
    <message>
        <source>Somebody who only guesses gets a result this uneven, or more so, {often}.</source>
        <translation>Wer nur rät, bekommt ein so ungleiches oder noch ungleicheres Ergebnis {often}.</translation>
    </message>
    <message>
        <source>You prefer the new one.</source>
        <translation>Sie ziehen das Neue vor.</translation>
    </message>
    <message>
        <source>You prefer the old one.</source>
        <translation>Sie ziehen das Alte vor.</translation>
    </message>
    <message>
        <source>nearly always</source>
        <translation>fast immer</translation>
    </message>
    <message>
        <source>{count} times of 100</source>
        <translation>{count}-mal von 100</translation>
    </message>
    <message>
        <source>{count} times of 1000</source>
        <translation>{count}-mal von 1000</translation>
    </message>
    <message>
        <source>Compare blindly</source>
        <translation>Blind vergleichen</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>Linkes Bild</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>Rechtes Bild</translation>
    </message>
    <message>
        <source>← Left is better</source>
        <translation>← Links ist besser</translation>
    </message>
    <message>
        <source>= They look alike</source>
        <translation>= Sie sehen gleich aus</translation>
    </message>
    <message>
        <source>Right is better →</source>
        <translation>Rechts ist besser →</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>Eins zurück</translation>
    </message>
    <message>
        <source>What you chose, film by film</source>
        <translation>Ihre Wahl, Film für Film</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>Which was which</source>
        <translation>Welches war welches</translation>
    </message>
    <message>
        <source>Both say the same. Which mouth fits the voice better, and looks more real?</source>
        <translation>Beide sagen dasselbe. Welcher Mund passt besser zur Stimme und sieht echter aus?</translation>
    </message>
    <message>
        <source>Keys: Left, Right, = if alike, Backspace for one back. At the end you see which was which.</source>
        <translation>Tasten: Links, Rechts, = bei gleich, Rücktaste für eins zurück. Am Ende sehen Sie, welches welches war.</translation>
    </message>
    <message>
        <source>Film {name}: they looked alike</source>
        <translation>Film {name}: sahen gleich aus</translation>
    </message>
    <message>
        <source>Film {name}: you chose the new one</source>
        <translation>Film {name}: Sie haben das Neue gewählt</translation>
    </message>
    <message>
        <source>Film {name}: you chose the old one</source>
        <translation>Film {name}: Sie haben das Alte gewählt</translation>
    </message>
    <message>
        <source>Clips of one person</source>
        <translation>Clips einer Person</translation>
    </message>
    <message>
        <source>By the memory</source>
        <translation>Nach dem Speicher</translation>
    </message>
    <message>
        <source>The whole network</source>
        <translation>Das ganze Netz</translation>
    </message>
    <message>
        <source>A small correction (LoRA)</source>
        <translation>Eine kleine Korrektur (LoRA)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Films can be dropped here.</source>
        <translation>Filme können hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Add &amp;films …</source>
        <translation>&amp;Filme hinzufügen …</translation>
    </message>
    <message>
        <source>Remove the chosen clips</source>
        <translation>Gewählte Clips entfernen</translation>
    </message>
    <message>
        <source>Name of the new weights</source>
        <translation>Name der neuen Gewichte</translation>
    </message>
    <message>
        <source>letters, digits, dots, dashes</source>
        <translation>Buchstaben, Ziffern, Punkte, Striche</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>The weights that are adapted; they stay as they are</source>
        <translation>Die Gewichte, die angepasst werden; sie selbst bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>What is learned: the whole network, or a small correction of it</source>
        <translation>Was gelernt wird: das ganze Netz oder eine kleine Korrektur davon</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>How much of the film is kept back, to see whether it helped</source>
        <translation>Wie viel vom Film zurückbehalten wird, um zu sehen, ob es geholfen hat</translation>
    </message>
    <message>
        <source>{share} % of the film</source>
        <translation>{share} % des Films</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Check the clips and this machine</source>
        <translation>Clips und diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>Training anhalten</translation>
    </message>
    <message>
        <source>What the training does</source>
        <translation>Was das Training tut</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>What can be learned from, clip by clip</source>
        <translation>Woraus gelernt werden kann, Clip für Clip</translation>
    </message>
    <message>
        <source>The engine gives its memory back; other work that runs is finished first.</source>
        <translation>Die Engine gibt ihren Speicher zurück; andere laufende Arbeit wird zuerst beendet.</translation>
    </message>
    <message>
        <source>Saving what was learned …</source>
        <translation>Gelerntes wird gesichert …</translation>
    </message>
    <message>
        <source>The engine&apos;s memory is lent to the training: new frames are shown as filmed.</source>
        <translation>Der Speicher der Engine ist dem Training geliehen: Neue Bilder werden wie gefilmt gezeigt.</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Resume the training</source>
        <translation>Training fortsetzen</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Use the new weights</source>
        <translation>Neue Gewichte verwenden</translation>
    </message>
    <message>
        <source>A minute or more of one person who faces the camera and speaks, with its own sound.</source>
        <translation>Eine Minute oder mehr von einer Person, die in die Kamera sieht und spricht, mit eigenem Ton.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Difference from the film</source>
        <translation>Unterschied zum Film</translation>
    </message>
    <message>
        <source>Held-out samples</source>
        <translation>Zurückgehaltene Proben</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>Neue Gewichte</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Figures before and after</source>
        <translation>Werte vorher und nachher</translation>
    </message>
    <message>
        <source>&amp;Use the new weights</source>
        <translation>Neue Gewichte &amp;verwenden</translation>
    </message>
    <message>
        <source>Compare &amp;blindly …</source>
        <translation>&amp;Blind vergleichen …</translation>
    </message>
    <message>
        <source>Measured on {seconds} held-out seconds; bounds hold 95 times of 100.</source>
        <translation>Gemessen an {seconds} zurückgehaltenen Sekunden; die Grenzen gelten 95-mal von 100.</translation>
    </message>
    <message>
        <source>Mouth and voice were not compared here yet. It is done while nothing else is asked.</source>
        <translation>Mund und Stimme wurden hier noch nicht verglichen. Das geschieht, solange nichts anderes verlangt wird.</translation>
    </message>
    <message>
        <source>Is the mouth in step with the voice? Measured in the finished picture: how the opening of the mouth that is seen follows the voice that is heard, in stretches of some seconds. ✓ in step, ⚠ late or early, ✕ the mouth does something else, ? too little to tell.</source>
        <translation>Läuft der Mund mit der Stimme gleich? Gemessen im fertigen Bild: wie die Öffnung des sichtbaren Mundes der hörbaren Stimme folgt, in Abschnitten von einigen Sekunden. ✓ im Gleichlauf, ⚠ zu spät oder zu früh, ✕ der Mund tut etwas anderes, ? zu wenig für ein Urteil.</translation>
    </message>
    <message>
        <source>The voice speaks and the mouth does not move.</source>
        <translation>Die Stimme spricht, und der Mund bewegt sich nicht.</translation>
    </message>
    <message>
        <source>The mouth is {seconds:.2f} s late.</source>
        <translation>Der Mund kommt {seconds:.2f} s zu spät.</translation>
    </message>
    <message>
        <source>The mouth is {seconds:.2f} s early.</source>
        <translation>Der Mund kommt {seconds:.2f} s zu früh.</translation>
    </message>
    <message>
        <source>Mouth and voice are in step.</source>
        <translation>Mund und Stimme laufen gleich.</translation>
    </message>
    <message>
        <source>The mouth does something else than the voice says.</source>
        <translation>Der Mund tut etwas anderes, als die Stimme sagt.</translation>
    </message>
    <message>
        <source>Too little is spoken or seen here to tell whether mouth and voice are in step.</source>
        <translation>Hier wird zu wenig gesprochen oder gesehen, um zu sagen, ob Mund und Stimme gleichlaufen.</translation>
    </message>
    <message>
        <source>dubbed mouth</source>
        <translation>synchronisierter Mund</translation>
    </message>
    <message>
        <source>mouth as filmed</source>
        <translation>Mund wie gefilmt</translation>
    </message>
    <message>
        <source>{whose}, {seconds:.1f} s of speech, correlation {r:.2f}, lag {lag:+.2f} s</source>
        <translation>{whose}, {seconds:.1f} s Sprache, Korrelation {r:.2f}, Versatz {lag:+.2f} s</translation>
    </message>
    <message>
        <source>the opening of the lips</source>
        <translation>Öffnung der Lippen</translation>
    </message>
    <message>
        <source>the opening of the lips and your own small network</source>
        <translation>Öffnung der Lippen und Ihr eigenes kleines Netz</translation>
    </message>
    <message>
        <source>SyncNet</source>
        <translation>SyncNet</translation>
    </message>
    <message>
        <source>“{name}” was begun with other clips, weights or settings.</source>
        <translation>„{name}“ wurde mit anderen Clips, Gewichten oder Einstellungen begonnen.</translation>
    </message>
    <message>
        <source>Choose another name, or all as it was to go on.</source>
        <translation>Wählen Sie einen anderen Namen, oder alles wie zuvor, um fortzufahren.</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>Angehalten, bevor es begann.</translation>
    </message>
    <message>
        <source>The training waits for other work</source>
        <translation>Das Training wartet auf andere Arbeit</translation>
    </message>
    <message>
        <source>The weights “{name}” are there.</source>
        <translation>Die Gewichte „{name}“ sind da.</translation>
    </message>
    <message>
        <source>The clips can be learned from.</source>
        <translation>Aus den Clips kann gelernt werden.</translation>
    </message>
    <message>
        <source>The training program cannot be started: {program}.</source>
        <translation>Das Trainingsprogramm kann nicht gestartet werden: {program}.</translation>
    </message>
    <message>
        <source>Install Dubwright again, then start once more.</source>
        <translation>Dubwright neu installieren und noch einmal starten.</translation>
    </message>
    <message>
        <source>The training ended unexpectedly: it was ended from outside, or memory ran out.</source>
        <translation>Das Training endete unerwartet: Es wurde von außen beendet, oder der Speicher ging aus.</translation>
    </message>
    <message>
        <source>The training ended by a defect: {last}</source>
        <translation>Das Training endete durch einen Fehler: {last}</translation>
    </message>
    <message>
        <source>Start again; clips that were looked at are remembered.</source>
        <translation>Noch einmal starten; geprüfte Clips sind gemerkt.</translation>
    </message>
    <message>
        <source>Resume goes on from what was saved last. Close other programs if memory is short.</source>
        <translation>„Fortsetzen“ geht vom zuletzt Gesicherten weiter. Bei knappem Speicher andere Programme schließen.</translation>
    </message>
    <message>
        <source>Stopped after step {step}; Resume goes on.</source>
        <translation>Angehalten nach Schritt {step}; „Fortsetzen“ geht weiter.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>What is trained cannot be noted.</source>
        <translation>Was trainiert wird, kann nicht vermerkt werden.</translation>
    </message>
    <message>
        <source>The films to compare are not there any more.</source>
        <translation>Die Filme zum Vergleichen sind nicht mehr da.</translation>
    </message>
    <message>
        <source>shorter than {a} s</source>
        <translation>kürzer als {a} s</translation>
    </message>
    <message>
        <source>{a} people are seen</source>
        <translation>{a} Personen sind zu sehen</translation>
    </message>
    <message>
        <source>the face is {a} pixels wide, less than {b}</source>
        <translation>das Gesicht ist {a} Pixel breit, weniger als {b}</translation>
    </message>
    <message>
        <source>blurred (sharpness {a})</source>
        <translation>unscharf (Schärfe {a})</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>kein Ton</translation>
    </message>
    <message>
        <source>somebody speaks in {a} of it only</source>
        <translation>nur in {a} davon wird gesprochen</translation>
    </message>
    <message>
        <source>the mouth does not move, or too little is spoken to tell</source>
        <translation>der Mund bewegt sich nicht, oder es wird zu wenig gesprochen</translation>
    </message>
    <message>
        <source>lips and sound do not belong together (confidence {a})</source>
        <translation>Lippen und Ton gehören nicht zusammen (Sicherheit {a})</translation>
    </message>
    <message>
        <source>the lips are {a} s too late</source>
        <translation>die Lippen kommen {a} s zu spät</translation>
    </message>
    <message>
        <source>the lips are {a} s too early</source>
        <translation>die Lippen kommen {a} s zu früh</translation>
    </message>
    <message>
        <source>no face is seen in it</source>
        <translation>es ist kein Gesicht zu sehen</translation>
    </message>
    <message>
        <source>The perceptual loss is left out: its network is not here.</source>
        <translation>Der Wahrnehmungsverlust wird weggelassen: Sein Netz ist nicht hier.</translation>
    </message>
    <message>
        <source>The last {a} seconds are held out for the proof.</source>
        <translation>Die letzten {a} Sekunden werden für den Nachweis zurückgehalten.</translation>
    </message>
    <message>
        <source>Memory is short: a small correction of the weights is learned (LoRA).</source>
        <translation>Der Speicher ist knapp: Gelernt wird eine kleine Korrektur der Gewichte (LoRA).</translation>
    </message>
    <message>
        <source>Not enough: {a} seconds can be learned from, {b} are the least.</source>
        <translation>Zu wenig: Aus {a} Sekunden kann gelernt werden, {b} sind das Mindeste.</translation>
    </message>
    <message>
        <source>Use sharp film of one person who faces the camera and speaks, with its own sound; a minute or more.</source>
        <translation>Scharfen Film einer Person verwenden, die in die Kamera sieht und spricht, mit eigenem Ton; eine Minute oder mehr.</translation>
    </message>
    <message>
        <source>{a} seconds of film are too few to hold any of it out.</source>
        <translation>{a} Sekunden Film sind zu wenig, um etwas davon zurückzuhalten.</translation>
    </message>
    <message>
        <source>Use a minute of film or more.</source>
        <translation>Eine Minute Film oder mehr verwenden.</translation>
    </message>
    <message>
        <source>There are weights called “{a}” already.</source>
        <translation>Gewichte namens „{a}“ gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name; none is overwritten.</source>
        <translation>Einen anderen Namen wählen; nichts wird überschrieben.</translation>
    </message>
    <message>
        <source>About {a} GB of memory are needed; {b} GB are free.</source>
        <translation>Etwa {a} GB Speicher werden gebraucht; {b} GB sind frei.</translation>
    </message>
    <message>
        <source>Close other programs, or train on a machine with more memory.</source>
        <translation>Andere Programme schließen, oder auf einem Rechner mit mehr Speicher trainieren.</translation>
    </message>
    <message>
        <source>Better: nearer to the film, heeding the voice, and nothing became worse.</source>
        <translation>Besser: näher am Film, der Stimme folgend, und nichts wurde schlechter.</translation>
    </message>
    <message>
        <source>Worse: at least one figure became worse, beyond chance.</source>
        <translation>Schlechter: Mindestens ein Wert wurde schlechter, über den Zufall hinaus.</translation>
    </message>
    <message>
        <source>No difference: what changed could be chance, or is too little to be seen.</source>
        <translation>Kein Unterschied: Was sich änderte, kann Zufall sein oder ist zu wenig, um es zu sehen.</translation>
    </message>
    <message>
        <source>Use the new weights where this person speaks.</source>
        <translation>Die neuen Gewichte verwenden, wo diese Person spricht.</translation>
    </message>
    <message>
        <source>Stay with the base. More, or sharper, film of this person may help.</source>
        <translation>Bei der Grundlage bleiben. Mehr oder schärferer Film dieser Person kann helfen.</translation>
    </message>
    <message>
        <source>Stay with the base. More film of this person may help.</source>
        <translation>Bei der Grundlage bleiben. Mehr Film dieser Person kann helfen.</translation>
    </message>
    <message>
        <source>Lips opened too far, or not far enough</source>
        <translation>Lippen zu weit oder zu wenig geöffnet</translation>
    </message>
    <message>
        <source>Detail lost at the mouth</source>
        <translation>Verlorene Einzelheiten am Mund</translation>
    </message>
    <message>
        <source>Heed of the voice</source>
        <translation>Folgen der Stimme</translation>
    </message>
    <message>
        <source>✓ {times}  kept</source>
        <translation>✓ {times}  behalten</translation>
    </message>
    <message>
        <source>✗ {times}  left out: {reasons}</source>
        <translation>✗ {times}  weggelassen: {reasons}</translation>
    </message>
    <message>
        <source>✗ cannot be used: {reason}</source>
        <translation>✗ nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>{seconds:.0f} seconds can be learned from.</source>
        <translation>Aus {seconds:.0f} Sekunden kann gelernt werden.</translation>
    </message>
    <message>
        <source>Not enough: {seconds:.0f} seconds can be learned from, {least:.0f} are the least.</source>
        <translation>Zu wenig: Aus {seconds:.0f} Sekunden kann gelernt werden, {least:.0f} sind das Mindeste.</translation>
    </message>
    <message>
        <source>About {time} for {steps} steps, {memory:.1f} GB of memory; {free:.1f} GB are free.</source>
        <translation>Etwa {time} für {steps} Schritte, {memory:.1f} GB Speicher; {free:.1f} GB sind frei.</translation>
    </message>
    <message>
        <source>{title}: not measured.</source>
        <translation>{title}: nicht gemessen.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after; measured once only.</source>
        <translation>{title}: vorher {before:.3f}, nachher {after:.3f}; nur einmal gemessen.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – better by {low:.3f} to {high:.3f}.</source>
        <translation>{title}: vorher {before:.3f}, nachher {after:.3f} – um {low:.3f} bis {high:.3f} besser.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – worse by {low:.3f} to {high:.3f}.</source>
        <translation>{title}: vorher {before:.3f}, nachher {after:.3f} – um {low:.3f} bis {high:.3f} schlechter.</translation>
    </message>
    <message>
        <source>{title}: {before:.3f} before, {after:.3f} after – {low:.3f} better to {high:.3f} worse: may be chance.</source>
        <translation>{title}: vorher {before:.3f}, nachher {after:.3f} – {low:.3f} besser bis {high:.3f} schlechter: kann Zufall sein.</translation>
    </message>
    <message>
        <source>Difference from the film over the steps</source>
        <translation>Unterschied zum Film über die Schritte</translation>
    </message>
    <message>
        <source>Newest values of the curves</source>
        <translation>Neueste Werte der Kurven</translation>
    </message>
    <message>
        <source>━ learned from: {value:.4f} at step {step}</source>
        <translation>━ gelernt: {value:.4f} bei Schritt {step}</translation>
    </message>
    <message>
        <source>╍○ held out: {value:.4f} at step {step}</source>
        <translation>╍○ zurückgehalten: {value:.4f} bei Schritt {step}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step of the samples</source>
        <translation>Schritt der Proben</translation>
    </message>
    <message>
        <source>Step {step}. From above: what was shown, a reference, what was painted, the film.</source>
        <translation>Schritt {step}. Von oben: was gezeigt wurde, eine Vorlage, was gemalt wurde, der Film.</translation>
    </message>
    <message>
        <source>Place voice</source>
        <translation>Stimme platzieren</translation>
    </message>
    <message>
        <source>Cache now</source>
        <translation>Zwischenspeicher jetzt</translation>
    </message>
    <message>
        <source>Room of the cache</source>
        <translation>Platz des Zwischenspeichers</translation>
    </message>
    <message>
        <source>C&amp;lear …</source>
        <translation>&amp;Leeren …</translation>
    </message>
    <message>
        <source>Clear the cache</source>
        <translation>Zwischenspeicher leeren</translation>
    </message>
    <message>
        <source>Looking at the cache</source>
        <translation>Zwischenspeicher wird angesehen</translation>
    </message>
    <message>
        <source>{taken} of at most {limit}; {free} are free on this disk.</source>
        <translation>{taken} von höchstens {limit}; {free} sind auf diesem Datenträger frei.</translation>
    </message>
    <message>
        <source>Trainings keep {size} more there.</source>
        <translation>Trainings belegen dort weitere {size}.</translation>
    </message>
    <message>
        <source>There is no cache to look at.</source>
        <translation>Es gibt keinen Zwischenspeicher, der sich ansehen ließe.</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>Zwischenspeicher leeren</translation>
    </message>
    <message>
        <source>Clear the cache?</source>
        <translation>Den Zwischenspeicher leeren?</translation>
    </message>
    <message>
        <source>Analyses, waveforms and finished mouths go; they are made again when needed, which takes time.</source>
        <translation>Analysen, Wellenformen und fertige Münder werden entfernt; bei Bedarf werden sie neu berechnet, was Zeit braucht.</translation>
    </message>
    <message>
        <source>Films, voices, takes, projects, weights, trainings and what is open or runs now stay.</source>
        <translation>Filme, Stimmen, Takes, Projekte, Gewichte, Trainings und was jetzt offen ist oder läuft, bleiben.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clearing the cache</source>
        <translation>Zwischenspeicher wird geleert</translation>
    </message>
    <message>
        <source>{size} were removed.</source>
        <translation>{size} wurden entfernt.</translation>
    </message>
    <message>
        <source>{size} stay, as they are in use.</source>
        <translation>{size} bleiben, weil sie in Gebrauch sind.</translation>
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
        <translation>Docks</translation>
    </message>
</context>
</TS>
