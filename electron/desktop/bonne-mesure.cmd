@echo off
rem The command line of Bonne Mesure. A command window does not wait for a program with windows, and loses its exit code:
rem this waits, and passes the code on.
start "" /b /wait "%~dp0Bonne Mesure.exe" --cli %*
exit /b %ERRORLEVEL%
