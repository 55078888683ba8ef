; Inno Setup 6: makes one installer of the folder that `python bootstrap.py bundle` has made on Windows. Untried.
; Run in the repository: iscc /DVersion=0.1.0 resources\packaging\dubwright.iss

#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6E2B1E0C-3B8B-4C43-9F2E-5D0B7C3D9A11}
AppName=Dubwright
AppVersion={#Version}
AppPublisher=The Dubwright authors
DefaultDirName={autopf}\Dubwright
DefaultGroupName=Dubwright
; without administrator's rights it goes into the person's own folder
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=dubwright.ico
UninstallDisplayIcon={app}\dubwright-app.exe
Compression=lzma2/max
SolidCompression=yes
; about 1.3 GB unpacked
DiskSpanning=no
ChangesAssociations=yes
ChangesEnvironment=yes
OutputDir=..\..\dist
OutputBaseFilename=dubwright-{#Version}-windows-x86_64

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[Files]
Source: "..\..\dist\dubwright\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; modules of an earlier version must not be found beside those of this one
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Dubwright"; Filename: "{app}\dubwright-app.exe"
Name: "{autodesktop}\Dubwright"; Filename: "{app}\dubwright-app.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.dub"; ValueType: string; ValueData: "Dubwright.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Dubwright.Project"; ValueType: string; ValueData: "Dubwright project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Dubwright.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\dubwright-app.exe,0"
Root: HKA; Subkey: "Software\Classes\Dubwright.Project\shell\open\command"; ValueType: string; ValueData: """{app}\dubwright-app.exe"" ""%1"""

[Run]
Filename: "{app}\dubwright-app.exe"; Description: "{cm:LaunchProgram,Dubwright}"; Flags: nowait postinstall skipifsilent
