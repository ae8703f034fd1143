@echo off
rem Starts ECC Explorer, building it first if its sources have changed; "ecc test" runs every test, "ecc fetch nd4j" adds ND4J.
setlocal
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JDK="
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%ProgramFiles%\Amazon Corretto\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JDK (
  echo ECC Explorer needs a JDK of version 25 or newer and found none. To get one: 1>&2
  echo   winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  echo Set JAVA_HOME if it is installed elsewhere. 1>&2
  exit /b 3
)
set "JAVA_HOME=%JDK%"
rem Objects with compact headers go wrong in all of JDK 25 (JDK-8380060), and in 25.0.0 to 25.0.2 the collector G1 can
rem damage what java.util.zip reads and writes (JDK-8377811).
set "GUARD="
set "VERSION="
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%JDK%\release"') do set "VERSION=%%~v"
if "%VERSION:~0,2%"=="25" set "GUARD=-XX:-UseCompactObjectHeaders"
for %%v in (25 25.0.0 25.0.1 25.0.2) do if "%VERSION%"=="%%v" set "GUARD=%GUARD% -XX:-UseG1GC -XX:+UseParallelGC"
if not "%GUARD:Parallel=%"=="%GUARD%" echo Java %VERSION% can damage compressed files, JDK-8377811: started with another collector. Update to 25.0.3 or newer. 1>&2
set JAVA="%JDK%\bin\java.exe" --module-path "%HOME_DIR%\target\javafx" @"%HOME_DIR%\src\main\launcher\jvm.options" %GUARD% "-Decc.home=%HOME_DIR%"
set "MAVEN=mvn"
where mvn >nul 2>&1 || set "MAVEN=%HOME_DIR%\mvnw.cmd"
set "ND4J=%HOME_DIR%\target\ecc.nd4j"
set "PROFILE="
set "BUILT=%HOME_DIR%\target\ecc.sources"
if exist "%ND4J%" set "PROFILE=-Pnd4j"
if "%~1"=="test" (
  if exist "%HOME_DIR%\target\surefire-reports" rmdir /s /q "%HOME_DIR%\target\surefire-reports"
  call "%MAVEN%" -B -ntp -f "%HOME_DIR%\pom.xml" %PROFILE% spotless:check test
  exit /b
)
if "%~1"=="fetch" goto fetch
rem robocopy with /L copies nothing and ends with 0 where both trees are the same.
if not exist "%BUILT%" goto build
robocopy "%HOME_DIR%\src\main" "%BUILT%\main" /MIR /L >nul || goto build
robocopy "%HOME_DIR%" "%BUILT%" pom.xml /L >nul || goto build
goto start

:build
call :package || exit /b 3

:start
set "WARM="
set "WARMED="
set "KEPT="
if exist "%HOME_DIR%\target\ecc.home" set /p WARMED=<"%HOME_DIR%\target\ecc.home"
if exist "%HOME_DIR%\target\ecc.aot.sum" set /p KEPT=<"%HOME_DIR%\target\ecc.aot.sum"
call :sum
rem The classes kept ready are those of one path; a folder that was moved starts without them. The JVM trusts the file and would
rem crash on a damaged one at every start.
if "%WARMED%"=="%HOME_DIR%" if defined SUM if "%SUM%"=="%KEPT%" set WARM=-XX:AOTCache="%HOME_DIR%\target\ecc.aot" -Xlog:aot=off
%JAVA% %WARM% -cp "%HOME_DIR%\target\ecc-explorer.jar;%HOME_DIR%\target\lib\*" org.eccexplorer.Main %*
exit /b

rem Builds with ND4J from now on, until "mvn clean"; where that fails Maven has said why.
:fetch
if not "%~2"=="nd4j" (
  echo What can be fetched is nd4j: ecc fetch nd4j 1>&2
  exit /b 2
)
set "PROFILE=-Pnd4j"
call :package || (
  echo ND4J could not be fetched. 1>&2
  exit /b 3
)
type nul >"%ND4J%"
echo ND4J is here: --dense nd4j, or More settings in the window. 1>&2
exit /b 0

:package
echo Building ECC Explorer (once) ... 1>&2
call "%MAVEN%" -B -ntp -q %PROFILE% -Dmaven.test.skip=true -f "%HOME_DIR%\pom.xml" package || exit /b 3
del "%HOME_DIR%\target\ecc.aot" >nul 2>&1
%JAVA% -XX:AOTCacheOutput="%HOME_DIR%\target\ecc.aot" -Xlog:aot=off -Dglass.platform=Headless -Dprism.order=sw -cp "%HOME_DIR%\target\ecc-explorer.jar;%HOME_DIR%\target\lib\*" org.eccexplorer.cli.Rehearsal "%HOME_DIR%\target\ecc-warm.png" >nul 2>&1
>"%HOME_DIR%\target\ecc.home" echo %HOME_DIR%
call :sum
>"%HOME_DIR%\target\ecc.aot.sum" echo(%SUM%
robocopy "%HOME_DIR%\src\main" "%BUILT%\main" /MIR >nul
robocopy "%HOME_DIR%" "%BUILT%" pom.xml >nul
exit /b 0

rem The checksum of the classes kept ready, which the second line names; nothing where there are none.
:sum
set "SUM="
if exist "%HOME_DIR%\target\ecc.aot" for /f "skip=1 tokens=1" %%h in ('certutil -hashfile "%HOME_DIR%\target\ecc.aot" SHA256 2^>nul') do if not defined SUM set "SUM=%%h"
exit /b

rem Takes a folder if it holds a JDK that is new enough, and none was found before.
:try
if defined JDK exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%m in (%%v) do if %%m GEQ 25 set "JDK=%~1"
exit /b
